import { fromWeb } from './address.ts';
import { underDebugger } from './command-line.ts';
import { browser, secretNames } from './engine.ts';
import { preventable } from './event.ts';
import { nativeTheme } from './native-theme.ts';
import { showTheme } from './page-setup.ts';
import { WebContents } from './web-contents.ts';
import { BrowserWindow } from './window.ts';

/** Turns the browser's events into those of WebContents and BrowserWindow. */
export function followPages(): void {
  const { cdp } = browser();
  cdp.on('Runtime.bindingCalled', ({ name, payload, executionContextId }, sessionId) => {
    if (name === secretNames.binding) WebContents.ofSession(sessionId)?.channel.receive(payload, executionContextId);
  });
  cdp.on('Page.frameRequestedNavigation', ({ frameId, url }, sessionId) => {
    const page = WebContents.ofSession(sessionId);
    if (page?.frameId === frameId) page.pageAsked = url.split('#')[0] ?? '';
  });
  cdp.on('Page.frameStartedNavigating', ({ frameId, navigationType }, sessionId) => {
    const page = WebContents.ofSession(sessionId);
    if (page?.frameId === frameId && !/sameDocument/i.test(navigationType)) page.loading = true;
  });
  cdp.on('Page.frameNavigated', ({ frame }, sessionId) => {
    const page = WebContents.ofSession(sessionId);
    if (!page || frame.parentId !== undefined) return;
    page.webUrl = frame.url + (frame.urlFragment ?? '');
    page.frameId = frame.id;
    page.emit('did-navigate', preventable(), fromWeb(page.webUrl), 200, 'OK');
  });
  cdp.on('Page.navigatedWithinDocument', ({ frameId, url }, sessionId) => {
    const page = WebContents.ofSession(sessionId);
    if (page?.frameId !== frameId || !page) return;
    page.webUrl = url;
    page.emit('did-navigate-in-page', preventable(), fromWeb(url), true);
  });
  cdp.on('Runtime.executionContextsCleared', (_event, sessionId) => WebContents.ofSession(sessionId)?.channel.startOver());
  cdp.on('Page.domContentEventFired', (_event, sessionId) => {
    const page = shownPage(sessionId);
    page?.emit('dom-ready', preventable());
    if (page) BrowserWindow.fromWebContents(page)?.emit('ready-to-show');
  });
  cdp.on('Page.loadEventFired', (_event, sessionId) => {
    const page = shownPage(sessionId);
    if (page) void finishLoad(page);
  });
  cdp.on('Target.targetInfoChanged', ({ targetInfo }) => {
    const page = WebContents.fromDevToolsTargetId(targetInfo.targetId);
    if (page) noticeTitle(page, targetInfo.title);
  });
  cdp.on('Target.targetCrashed', ({ targetId }) => {
    const page = WebContents.fromDevToolsTargetId(targetId);
    if (!page || page.crashed) return;
    page.crashed = true;
    page.channel.close();
    page.emit('render-process-gone', preventable(), { reason: 'crashed', exitCode: 1 });
  });
  cdp.on('Page.javascriptDialogOpening', ({ type }, sessionId) => answerDialog(type, sessionId));
  nativeTheme.on('stand-in:changed', () => {
    for (const page of WebContents.getAllWebContents()) void showTheme(page).catch(() => undefined);
  });
}

function shownPage(sessionId: string): WebContents | undefined {
  const page = WebContents.ofSession(sessionId);
  return page === undefined || page.webUrl === '' || page.webUrl === 'about:blank' ? undefined : page;
}

async function finishLoad(page: WebContents): Promise<void> {
  const title = await page.executeJavaScript('document.title').catch(() => '');
  noticeTitle(page, String(title));
  page.loading = false;
  page.crashed = false;
  page.emit('did-stop-loading', preventable());
  page.emit('did-finish-load', preventable());
}

function noticeTitle(page: WebContents, title: string): void {
  if (page.pageTitle === title) return;
  page.pageTitle = title;
  page.emit('page-title-updated', preventable(), title, true);
  BrowserWindow.fromWebContents(page)?.emit('page-title-updated', preventable(), title, true);
}

/** A page that wants to stay keeps its window without a question, unless the application overrules it. */
function answerDialog(type: string, sessionId: string): void {
  const page = WebContents.ofSession(sessionId);
  if (!page) return;
  if (type !== 'beforeunload') {
    if (!underDebugger() && browser().headless) void page.command('Page.handleJavaScriptDialog', { accept: false }).catch(() => undefined);
    return;
  }
  const event = preventable();
  page.emit('will-prevent-unload', event);
  void page.command('Page.handleJavaScriptDialog', { accept: event.defaultPrevented }).catch(() => undefined);
  if (!event.defaultPrevented) page.emit('stand-in:stays');
}
