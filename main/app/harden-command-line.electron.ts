import { app } from 'electron';

/**
 * Switches for Chromium, before anything starts. The network is refused again in every session (main/windows); these
 * close what no session sees: name resolution, WebRTC, services of the browser itself.
 */
const switches: readonly (readonly [name: string, value: string])[] = [
  // Every name and address fails to resolve, so that nothing leaves even where a request slips past webRequest.
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
  // STUN ignores content security policies (measured: four packets); only this policy stops it.
  ['force-webrtc-ip-handling-policy', 'disable_non_proxied_udp'],
  ['disable-background-networking', ''],
  ['disable-component-update', ''],
  ['disable-domain-reliability', ''],
  ['disable-breakpad', ''],
  ['dns-prefetch-disable', ''],
  ['no-pings', ''],
  ['disable-features', 'DnsOverHttps,AsyncDns,MediaRouter,DialMediaRouteProvider,OptimizationHints'],
];

export function hardenCommandLine(): void {
  for (const [name, value] of switches) app.commandLine.appendSwitch(name, value);
}
