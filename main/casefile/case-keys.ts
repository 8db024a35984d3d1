import { type KeyUse, subkey } from '#main/crypto/subkey.ts';

/** The keys of an open case, one for each use. `caseKey` itself is only needed to wrap it into slots. */
export type CaseKeys = { readonly caseKey: Buffer; readonly caseId: Buffer } & { readonly [Use in KeyUse]: Buffer };

export function caseKeys(caseKey: Buffer, caseId: Buffer): CaseKeys {
  const of = (use: KeyUse) => subkey(caseKey, use);
  return {
    caseKey,
    caseId,
    header: of('header'),
    log: of('log'),
    snapshot: of('snapshot'),
    blob: of('blob'),
    'blob-name': of('blob-name'),
    index: of('index'),
    anchor: of('anchor'),
    sign: of('sign'),
  };
}

/** What a sealed message is bound to: its kind, the case, and its place. Moving it anywhere else makes it unreadable. */
export function sealContext(
  kind: 'slot' | 'slot-table' | 'frame' | 'snapshot' | 'blob' | 'index',
  caseId: Uint8Array,
  ...place: readonly Uint8Array[]
): Buffer {
  return Buffer.concat([Buffer.from(`corroborate/v1/${kind}\0`), caseId, ...place]);
}

export function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
