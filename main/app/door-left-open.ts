/** Switches that would open a door: a debugger, a weaker sandbox, other rules for the network, foreign code. */
const doors = [
  'no-sandbox',
  'disable-setuid-sandbox',
  'disable-seccomp-filter-sandbox',
  'no-zygote-sandbox',
  'single-process',
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'remote-allow-origins',
  'inspect',
  'inspect-brk',
  'js-flags',
  'load-extension',
  'disable-web-security',
  'allow-running-insecure-content',
  'ignore-certificate-errors',
  'unsafely-treat-insecure-origin-as-secure',
  'proxy-server',
  'proxy-pac-url',
  'host-rules',
  'host-resolver-rules',
  'log-net-log',
  'enable-logging',
  'log-file',
  'renderer-cmd-prefix',
  'utility-cmd-prefix',
  'gpu-launcher',
] as const;

/**
 * The first switch of the command line that must not be there, without its value, or null. Under test an unpackaged app is
 * driven through its debugger and, on machines that lack user namespaces, without Chromium's own sandbox.
 */
export function doorLeftOpen(argv: readonly string[], running: { readonly packaged: boolean; readonly underTest: boolean }): string | null {
  if (!running.packaged && running.underTest) return null;
  for (const argument of argv) {
    const name = /^--?([a-z][a-z0-9-]*)(=|$)/i.exec(argument)?.[1]?.toLowerCase();
    const door = doors.find((known) => known === name);
    if (door) return door;
  }
  return null;
}
