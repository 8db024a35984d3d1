import { existsSync, readFileSync } from 'node:fs';

type Event = { readonly type: number; readonly params?: { readonly [name: string]: unknown } };

// Events by which Chromium's network stack shows that something was about to leave, or did.
const telling = [
  'URL_REQUEST_START_JOB',
  'HTTP_STREAM_JOB_CONTROLLER',
  'HOST_RESOLVER_MANAGER_REQUEST',
  'HOST_RESOLVER_DNS_TASK',
  'UDP_BYTES_SENT',
  'TCP_CONNECT_ATTEMPT',
  'WEBSOCKET_UPGRADE_FAILURE',
  'SOCKET_POOL',
];
const ownAddress = /^(chrome|data|blob|app|devtools|chrome-untrusted):|\.stand-in\.invalid\b|~notfound$/;
// Stock Chromium's own wishes that no switch silences; they end at the resolver rule, and no page can make them: a page's requests
// for these hosts are caught by the engine itself. Electron has neither.
const browserServices = /^https?:\/\/(update\.googleapis\.com\/service\/update2|accounts\.google\.com\/ListAccounts)/;

/**
 * What the network log of Chromium or Electron (`--log-net-log`) says was asked of the network: also what no debugger sees, such as
 * name look-ups, preconnections and datagrams of WebRTC. An unfinished log (a killed process) is read as far as it goes.
 */
export function outgoingIn(logFile: string): string[] {
  if (!existsSync(logFile)) return [];
  const lines = readFileSync(logFile, 'utf8').split('\n');
  const constants = JSON.parse(`${(lines[0] ?? '{').replace(/,\s*$/, '')}}`) as { constants?: { logEventTypes?: Record<string, number> } };
  const names = new Map(Object.entries(constants.constants?.logEventTypes ?? {}).map(([name, number]) => [number, name]));
  const found = new Set<string>();
  for (const line of lines.slice(1)) {
    const event = parseLine(line);
    const name = event && names.get(event.type);
    if (!event || !name || !telling.includes(name)) continue;
    const { url, host, address, byte_count: bytes } = event.params ?? {};
    const target = String(url ?? host ?? address ?? (name === 'UDP_BYTES_SENT' ? `${String(bytes)} bytes` : ''));
    if (target !== '' && !ownAddress.test(target) && !browserServices.test(target)) found.add(`${name} ${target}`);
  }
  return [...found];
}

function parseLine(line: string): Event | undefined {
  const text = line.replace(/(,|\]\s*,?|\]\})\s*$/, '');
  if (!text.startsWith('{')) return undefined;
  try {
    return JSON.parse(text) as Event;
  } catch {
    return undefined;
  }
}
