import type * as Electron from 'electron';
import { refuseUnknown } from './refuse-unknown.ts';

type Before = (details: Electron.OnBeforeRequestListenerDetails, callback: (response: Electron.CallbackResponse) => void) => void;
type Received = (details: Electron.OnHeadersReceivedListenerDetails, callback: (response: Electron.HeadersReceivedResponse) => void) => void;
type Asked<L> = { readonly urls: readonly RegExp[]; readonly listener: L };
export type RequestDetails = {
  readonly id: number;
  readonly url: string;
  readonly method: string;
  readonly resourceType: string;
  readonly webContentsId: number;
  readonly timestamp: number;
};

/** One listener per event, the last one set, as in Electron. */
export class WebRequest implements Pick<Electron.WebRequest, 'onBeforeRequest' | 'onHeadersReceived'> {
  #before: Asked<Before> | undefined;
  #received: Asked<Received> | undefined;

  onBeforeRequest(first: Electron.WebRequestFilter | Before | null, second?: Before | null): void {
    this.#before = asked(first, second);
  }

  onHeadersReceived(first: Electron.WebRequestFilter | Received | null, second?: Received | null): void {
    this.#received = asked(first, second);
  }

  async isCancelled(details: RequestDetails): Promise<boolean> {
    const { urls, listener } = this.#before ?? { urls: [], listener: undefined };
    if (!listener || !urls.some((url) => url.test(details.url))) return false;
    const answer = await new Promise<Electron.CallbackResponse>((resolve) => listener(details as Electron.OnBeforeRequestListenerDetails, resolve));
    if (answer.redirectURL !== undefined) throw new Error('stand-in: onBeforeRequest redirectURL is not supported');
    return answer.cancel === true;
  }

  /** The headers as the application wants them, or undefined when it cancels. */
  async headersFor(details: RequestDetails, status: number, headers: Headers): Promise<Headers | undefined> {
    const { urls, listener } = this.#received ?? { urls: [], listener: undefined };
    if (!listener || !urls.some((url) => url.test(details.url))) return headers;
    const responseHeaders = Object.fromEntries([...headers].map(([name, value]) => [name, [value]]));
    const full = { ...details, statusCode: status, statusLine: `HTTP/1.1 ${status}`, responseHeaders } as Electron.OnHeadersReceivedListenerDetails;
    const answer = await new Promise<Electron.HeadersReceivedResponse>((resolve) => listener(full, resolve));
    if (answer.cancel === true) return undefined;
    const wanted = new Headers();
    for (const [name, values] of Object.entries(answer.responseHeaders ?? responseHeaders)) for (const value of [values].flat()) wanted.append(name, value);
    return wanted;
  }
}
refuseUnknown('webRequest', WebRequest.prototype);

function asked<L>(first: Electron.WebRequestFilter | L | null, second?: L | null): Asked<L> | undefined {
  if (typeof first === 'function') return { urls: [/.*/], listener: first as L };
  if (first === null || !second) return undefined;
  return { urls: (first as Electron.WebRequestFilter).urls.map(glob), listener: second };
}

function glob(pattern: string): RegExp {
  return pattern === '<all_urls>' ? /.*/ : new RegExp(`^${pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')}$`);
}
