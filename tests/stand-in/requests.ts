import type { Protocol } from 'devtools-protocol';
import { fromWeb, policyToWeb, toWeb } from './address.ts';
import { reportAttempt } from './attempts.ts';
import { cdpMessageLimitBytes } from './cdp.ts';
import { browser } from './engine.ts';
import { decideNavigation } from './navigation.ts';
import type { WebContents } from './web-contents.ts';
import type { RequestDetails } from './web-request.ts';
import { hintOf } from './world/leak-watch.ts';

type Paused = Protocol.Fetch.RequestPausedEvent;
// A third for base64, and room for the headers beside it.
const bodyLimitBytes = Math.floor((cdpMessageLimitBytes - 65_536) * 0.75);

const resourceTypes: { readonly [type: string]: string } = {
  Document: 'mainFrame',
  Stylesheet: 'stylesheet',
  Script: 'script',
  Image: 'image',
  Font: 'font',
  XHR: 'xhr',
  Fetch: 'xhr',
  Media: 'media',
  Ping: 'ping',
  WebSocket: 'webSocket',
  CSPViolationReport: 'cspReport',
};

/** Every request of every page and worker stops here: navigation rules, the application's webRequest, its protocol handlers, else failed. */
export async function answerRequest(page: WebContents, paused: Paused, sessionId: string): Promise<void> {
  const { requestId } = paused;
  const fail = async (errorReason: Protocol.Network.ErrorReason) => {
    await browser()
      .cdp.send('Fetch.failRequest', { requestId, errorReason }, sessionId)
      .catch(() => undefined); // the page may have gone
  };
  const details = detailsOf(page, paused);
  if (paused.resourceType === 'Document' && !decideNavigation(page, paused, details.url)) return fail('Aborted');
  if (isBrowserIcon(details)) return fail('Aborted');
  const { engineSession: session } = page;
  if (await session.webRequest.isCancelled(details)) {
    if (!/^(data|blob|devtools):/.test(details.url)) reportAttempt({ outcome: 'refused', by: details.resourceType, url: details.url });
    return fail('BlockedByClient');
  }
  const handler = session.protocol.handlerOf(details.url);
  if (!handler) {
    reportAttempt({ outcome: 'let-through', by: details.resourceType, url: details.url });
    return fail('InternetDisconnected');
  }
  try {
    const response = await handler(asRequest(paused, details.url));
    const headers = await session.webRequest.headersFor(details, response.status, response.headers);
    if (!headers) return fail('BlockedByClient');
    reportHints(headers.get('link') ?? '', details.url);
    const body = await readBody(response);
    const responseHeaders = [...headers].map(([name, value]) => ({ name, value: headerToWeb(name, value) }));
    const phrase = response.statusText === '' ? {} : { responsePhrase: response.statusText };
    await browser().cdp.send(
      'Fetch.fulfillRequest',
      { requestId, responseCode: response.status, ...phrase, responseHeaders, body: body.toString('base64') },
      sessionId,
    );
  } catch (error) {
    if (/Invalid InterceptionId|Session with given id not found|browser is closed/.test(String(error))) return;
    console.error(`stand-in: the protocol handler failed for ${details.url}:`, error);
    await fail('Failed');
  }
}

/** Look-ups and connections ahead can also be asked for in a header. */
function reportHints(link: string, base: string): void {
  for (const [, address = '', rel = ''] of link.matchAll(/<([^>]*)>[^,]*?;\s*rel="?([^",;]*)/gi)) {
    const wish = hintOf(rel, new URL(address, base).href);
    if (wish) reportAttempt({ outcome: 'let-through', ...wish });
  }
}

/** The icon that a stock browser looks for by itself; Electron does not. */
function isBrowserIcon({ url, resourceType }: RequestDetails): boolean {
  return resourceType === 'other' && url.endsWith('/favicon.ico');
}

function detailsOf(page: WebContents, paused: Paused): RequestDetails {
  const inFrame = paused.resourceType === 'Document' && paused.frameId !== page.frameId;
  const resourceType = inFrame ? 'subFrame' : (resourceTypes[paused.resourceType] ?? 'other');
  return {
    id: Number.parseInt(paused.requestId.replace(/\D/g, ''), 10) || 0,
    url: fromWeb(paused.request.url),
    method: paused.request.method,
    resourceType,
    webContentsId: page.id,
    timestamp: Date.now(),
  };
}

function asRequest({ request }: Paused, url: string): Request {
  const { method, headers, postDataEntries } = request;
  const ownAddresses = /^(origin|referer)$/i;
  const entries = Object.entries(headers).map(([name, value]): [string, string] => [name, ownAddresses.test(name) ? fromWeb(value) : value]);
  const body = Buffer.concat((postDataEntries ?? []).map(({ bytes }) => Buffer.from(bytes ?? '', 'base64')));
  return new Request(url, { method, headers: entries, ...(body.length > 0 ? { body } : {}) });
}

async function readBody(response: Response): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  let total = 0;
  for await (const piece of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    pieces.push(piece);
    total += piece.byteLength;
    if (total > bodyLimitBytes) throw new Error(`stand-in: a response may have ${bodyLimitBytes} bytes; answer Range requests with smaller pieces`);
  }
  return Buffer.concat(pieces);
}

function headerToWeb(name: string, value: string): string {
  if (/^content-security-policy/i.test(name)) return policyToWeb(value);
  return /^(location|access-control-allow-origin)$/i.test(name) ? toWeb(value) : value;
}
