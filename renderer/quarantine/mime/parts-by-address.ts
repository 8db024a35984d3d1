import type { MimePart } from './read-mime.ts';

/** Finds the part that an address in the page means: by `cid:` (RFC 2392), or by its own address, both relative to that of the page. */
export function partsByAddress(parts: readonly MimePart[], base: string | null): (address: string) => MimePart | null {
  const known = new Map<string, MimePart>();
  const note = (name: string, part: MimePart) => known.has(name) || known.set(name, part);
  for (const part of parts) {
    const id = part.fields.first('content-id')?.replace(/^\s*<|>\s*$/g, '');
    if (id) note(`cid:${id}`, part);
    const location = part.fields.first('content-location');
    if (location !== null) note(absolute(location, base), part);
  }
  return (address) => known.get(address) ?? known.get(absolute(address, base)) ?? (address.startsWith('cid:') ? (known.get(unescaped(address)) ?? null) : null);
}

/** Without a fragment; an address that cannot be resolved stays as it is. */
function absolute(address: string, base: string | null): string {
  try {
    const url = base === null ? new URL(address.trim()) : new URL(address.trim(), base);
    url.hash = '';
    return url.href;
  } catch {
    return address.trim();
  }
}

function unescaped(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
