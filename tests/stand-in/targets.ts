import type { Protocol } from 'devtools-protocol';
import { fromWeb, isWebOfApp } from './address.ts';
import { reportAttempt } from './attempts.ts';
import { firstMarker, markerPage } from './chromium.ts';
import { browser } from './engine.ts';
import { answerRequest } from './requests.ts';
import type { Session } from './session.ts';
import { WebContents } from './web-contents.ts';

type TargetInfo = Protocol.Target.TargetInfo;
type Bounds = { readonly width: number; readonly height: number };
export type OpenTarget = { readonly targetId: string; readonly sessionId: string };

const sessions = new Map<string, string>(); // by target
const attached = new Map<string, (sessionId: string) => void>();
const pagesByAddress = new Map<string, string>(); // windows on a display are recognised by their first page
const expected = new Map<string, (targetId: string) => void>();
const owners = new Map<string, WebContents>(); // workers and frames in other processes
const popups = new Map<string, () => void>();
const popupPatienceMs = 1000;
let usedFirstWindow = false;
let windowCount = 0;

type Visibility = { readonly shown: boolean; readonly neverShown: boolean };

/** Opens an empty page for a window and answers when the debugging session to it stands. */
export async function openTarget(session: Session, { width, height }: Bounds, visibility: Visibility): Promise<OpenTarget> {
  const offScreen = browser().headless || visibility.neverShown;
  const targetId = offScreen ? await openOffScreen(session, { width, height }, visibility) : await openOnDisplay(session);
  return { targetId, sessionId: await sessionOf(targetId) };
}

async function openOffScreen(session: Session, { width, height }: Bounds, { shown }: Visibility): Promise<string> {
  const browserContextId = await session.contextId();
  const place = browser().headless ? { newWindow: true, background: !shown, width, height } : { background: true, hidden: true };
  const { targetId } = await browser().cdp.send('Target.createTarget', { url: 'about:blank', browserContextId, ...place });
  return targetId;
}

/** Application windows exist only in Chromium's own context, so on a display visible windows share it; requests stay apart by session. */
async function openOnDisplay(session: Session): Promise<string> {
  const address = usedFirstWindow ? markerPage(`corroborate-${++windowCount}`) : firstMarker;
  const known = pagesByAddress.get(address);
  const found = known === undefined ? new Promise<string>((resolve) => expected.set(address, resolve)) : Promise.resolve(known);
  if (usedFirstWindow) browser().openAppWindow(address);
  usedFirstWindow = true;
  const targetId = await found;
  expected.delete(address);
  await session.prepare();
  return targetId;
}

function sessionOf(targetId: string): Promise<string> {
  const known = sessions.get(targetId);
  return known === undefined ? new Promise((resolve) => attached.set(targetId, resolve)) : Promise.resolve(known);
}

/** Hears of every page, frame, worker and popup, each held by Chromium until it has been prepared or closed here. */
export async function followTargets(onGone: (page: WebContents) => void): Promise<void> {
  const { cdp } = browser();
  cdp.on('Target.attachedToTarget', ({ sessionId, targetInfo }, parentSession) => {
    const owner = WebContents.ofSession(parentSession) ?? owners.get(parentSession);
    if (isBrowserOwn(targetInfo)) void cdp.send('Target.detachFromTarget', { sessionId }).catch(() => undefined);
    else if (owner) void adopt(owner, sessionId);
    else if (targetInfo.type !== 'page') void refuse(targetInfo, sessionId);
    else if (targetInfo.openerId !== undefined) void closePopup(targetInfo.targetId, sessionId);
    else {
      sessions.set(targetInfo.targetId, sessionId);
      attached.get(targetInfo.targetId)?.(sessionId);
      noticeAddress(targetInfo);
    }
  });
  cdp.on('Target.targetInfoChanged', ({ targetInfo }) => noticeAddress(targetInfo));
  cdp.on('Target.detachedFromTarget', ({ sessionId }) => {
    owners.delete(sessionId);
    popups.get(sessionId)?.();
    const page = WebContents.ofSession(sessionId);
    if (page) onGone(page);
  });
  cdp.on('Page.windowOpen', (asked, sessionId) => {
    const page = WebContents.ofSession(sessionId) ?? owners.get(sessionId);
    if (page) askAboutWindow(page, asked);
  });
  cdp.on('Fetch.requestPaused', (paused, sessionId) => {
    const page = WebContents.ofSession(sessionId) ?? owners.get(sessionId);
    if (page) void answerRequest(page, paused, sessionId);
    else {
      // Of a popup that may not be, or of a page that was destroyed meanwhile; *aborted* is no error of that page.
      const failed = cdp.send('Fetch.failRequest', { requestId: paused.requestId, errorReason: 'Aborted' }, sessionId).catch(() => undefined);
      void failed.then(() => popups.get(sessionId)?.());
    }
  });
  cdp.on('Network.webSocketCreated', ({ url }) => reportAttempt({ outcome: 'let-through', by: 'webSocket', url }));
  cdp.on('Network.webTransportCreated', ({ url }) => reportAttempt({ outcome: 'let-through', by: 'webTransport', url }));
  await cdp.send('Target.setDiscoverTargets', { discover: true });
  await cdp.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true });
}

/** Chromium's own pages, such as the suggestions below an address bar, are none of the application's. */
function isBrowserOwn({ type, url }: TargetInfo): boolean {
  return type === 'browser_ui' || /^(chrome|chrome-untrusted|devtools):/.test(url);
}

/** A worker, or a frame in a process of its own: the same rules as for the page that made it. */
async function adopt(owner: WebContents, sessionId: string): Promise<void> {
  owners.set(sessionId, owner);
  const { cdp } = browser();
  await Promise.all([
    cdp.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }, sessionId).catch(() => undefined), // not every kind of worker has each domain
    cdp.send('Network.enable', { maxTotalBufferSize: 0, maxResourceBufferSize: 0 }, sessionId).catch(() => undefined),
    cdp.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true }, sessionId).catch(() => undefined),
  ]);
  await cdp.send('Runtime.runIfWaitingForDebugger', undefined, sessionId).catch(() => undefined);
}

/**
 * A popup that is closed while Chromium still holds it asks for its page all the same, and the page that opened it may stand still
 * for ever. So it is let go, its one request failed, and only then closed.
 */
async function closePopup(targetId: string, sessionId: string): Promise<void> {
  const { cdp } = browser();
  const asked = new Promise<void>((resolve) => {
    popups.set(sessionId, resolve);
    setTimeout(resolve, popupPatienceMs).unref(); // an empty one asks for nothing
  });
  await cdp.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }, sessionId).catch(() => undefined);
  await cdp.send('Runtime.runIfWaitingForDebugger', undefined, sessionId).catch(() => undefined);
  await asked;
  popups.delete(sessionId);
  await cdp.send('Target.closeTarget', { targetId }).catch(() => undefined);
}

/** Shared and service workers belong to no window and could ask on their own: they are closed before their first line runs. */
async function refuse({ targetId, type, url }: TargetInfo, sessionId: string): Promise<void> {
  const { cdp } = browser();
  if (isWebOfApp(url) && type !== 'browser' && type !== 'tab') {
    console.error(`stand-in: a ${type} is not supported: ${fromWeb(url)}`);
    await cdp.send('Target.closeTarget', { targetId }).catch(() => undefined);
  } else await cdp.send('Runtime.runIfWaitingForDebugger', undefined, sessionId).catch(() => undefined);
}

/** No popup ever stays open; the application is asked all the same, so that an answer which would let it happen is seen. */
function askAboutWindow(page: WebContents, { url, windowName, windowFeatures }: Protocol.Page.WindowOpenEvent): void {
  const details = {
    url: fromWeb(url),
    frameName: windowName,
    features: windowFeatures.join(','),
    disposition: 'foreground-tab',
    referrer: { url: '', policy: 'default' },
  } as const;
  const answer = page.openHandler?.(details);
  if (answer?.action !== 'deny') reportAttempt({ outcome: 'let-through', by: 'window-open', url: details.url });
  else if (/^https?:/.test(details.url)) reportAttempt({ outcome: 'refused', by: 'window-open', url: details.url });
}

function noticeAddress({ type, targetId, url }: TargetInfo): void {
  if (type !== 'page') return;
  const address = decodeURI(url);
  pagesByAddress.set(address, targetId);
  expected.get(address)?.(targetId);
}
