import type { Protocol } from 'devtools-protocol';
import { fromWeb, originOf } from './address.ts';
import { reportAttempt } from './attempts.ts';
import { underDebugger } from './command-line.ts';
import { preventable } from './event.ts';
import type { WebContents } from './web-contents.ts';

/** Asks the application about a navigation; false means it must not happen. */
export function decideNavigation(page: WebContents, paused: Protocol.Fetch.RequestPausedEvent, url: string): boolean {
  const isMainFrame = paused.frameId === page.frameId;
  const frame = isMainFrame ? page.mainFrame : null;
  const event = Object.assign(preventable(), { url, isMainFrame, isSameDocument: false, frame, initiator: page.mainFrame });
  if (paused.redirectedRequestId !== undefined) page.emit('will-redirect', event, url, false, isMainFrame);
  else if (!isMainFrame) page.emit('will-frame-navigate', event);
  else if (isWishOfPage(page, paused.request.url)) {
    page.emit('will-frame-navigate', event);
    if (!event.defaultPrevented) page.emit('will-navigate', event, url, false, true);
  } else warnAboutWebRtc(page);
  if (isMainFrame) page.ownNavigation = page.pageAsked = '';
  if (event.defaultPrevented && /^https?:/.test(url)) reportAttempt({ outcome: 'refused', by: 'navigation', url });
  return !event.defaultPrevented;
}

/** Electron asks about what the page wants, not about loadURL and reload. */
function isWishOfPage(page: WebContents, webUrl: string): boolean {
  if (page.ownNavigation === webUrl) return false;
  return page.pageAsked === webUrl || originOf(fromWeb(webUrl)) !== originOf(page.getURL());
}

/** Chromium is started with this policy for all pages; real Electron needs it asked for on each, and a policy header cannot stop WebRTC. */
function warnAboutWebRtc(page: WebContents): void {
  if (underDebugger() && page.getWebRTCIPHandlingPolicy() !== 'disable_non_proxied_udp') {
    reportAttempt({
      outcome: 'let-through',
      by: 'webrtc',
      url: `${page.getURL() || 'a new window'} (setWebRTCIPHandlingPolicy was not called before loading)`,
    });
  }
}
