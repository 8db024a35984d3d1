import type { FromPage } from './renderer-ipc.ts';

/**
 * What a debugger never sees leave: look-ups and connections made ahead, which no policy forbids, and the datagrams of WebRTC, which
 * Chromium was told not to send. A page that wishes for them is told on, so that a spec fails here where Electron would have asked.
 */
type Wish = { readonly by: string; readonly url: string };
const hints = /(^|\s)(dns-prefetch|preconnect)(\s|$)/i;

export function hintOf(rel: string, address: string): Wish | undefined {
  const by = hints.exec(rel)?.[2]?.toLowerCase();
  return by === undefined || !/^https?:/.test(address) || /^https:\/\/[^/]*\.stand-in\.invalid(\/|$)/.test(address) ? undefined : { by, url: address };
}

/** In the isolated world of every frame: links of the document, and what `watchPeerConnections` says in the page's own world. */
export function watchLeaks(nonce: string, post: (message: FromPage) => void): void {
  const told = new Set<string>();
  const tell = ({ by, url }: Wish) => {
    if (!told.has(`${by} ${url}`)) post({ op: 'wish', by, url });
    told.add(`${by} ${url}`);
  };
  const look = () => {
    for (const { rel, href } of document.querySelectorAll<HTMLLinkElement>('link[rel]')) {
      const wish = hintOf(rel, href);
      if (wish) tell(wish);
    }
  };
  new MutationObserver(look).observe(document, { subtree: true, childList: true, attributeFilter: ['rel', 'href'] });
  window.addEventListener(`${nonce}:wish`, (event) => tell((event as CustomEvent<Wish>).detail));
}

/** In the page's own world: a peer connection with servers would send to them. */
export function watchPeerConnections(nonce: string): void {
  const { RTCPeerConnection: Real, CustomEvent: PageEvent } = globalThis;
  const dispatch = window.dispatchEvent.bind(window);
  const tell = (configuration: RTCConfiguration | undefined) => {
    for (const { urls } of configuration?.iceServers ?? [])
      for (const url of [urls].flat()) dispatch(new PageEvent(`${nonce}:wish`, { detail: { by: 'webrtc', url: String(url) } }));
  };
  const setConfiguration = Real.prototype.setConfiguration;
  Real.prototype.setConfiguration = function (configuration) {
    tell(configuration);
    setConfiguration.call(this, configuration);
  };
  const Watched = new Proxy(Real, {
    construct: (target, args, newTarget) => {
      tell(args[0] as RTCConfiguration | undefined);
      return Reflect.construct(target, args, newTarget) as object;
    },
  });
  for (const name of ['RTCPeerConnection', 'webkitRTCPeerConnection'])
    Object.defineProperty(window, name, { value: Watched, writable: true, configurable: true, enumerable: false });
}
