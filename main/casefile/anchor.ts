import { z } from 'zod';
import { canonicalJson } from '#main/crypto/canonical-json.ts';
import { equalInConstantTime, hmacSha512 } from '#main/crypto/digests.ts';
import type { CaseFinding } from '#shared/domain/case/case-finding.ts';
import type { CaseKeys } from './case-keys.ts';
import type { Segment } from './segment.ts';

/**
 * What this computer remembers of a case outside its folder: how far it had come. It is the only thing that can tell an older copy
 * of the whole folder, or a log cut at the end of a frame, from the truth. `seq` counts transactions, `generation` headers.
 */
export type Anchor = { readonly head: string; readonly seq: number; readonly generation: number };

/**
 * Where anchors lie. `name` is 32 hex digits that say nothing without the case key. Reading answers `null` when there is none;
 * writing replaces and may fail silently, since a case must open and close without it.
 */
export type AnchorPort = { readonly read: (name: string) => Buffer | null; readonly write: (name: string, bytes: Buffer) => void };

const AnchorSchema = z.object({
  v: z.literal(1),
  head: z.string().regex(/^[0-9a-f]{64}$/),
  seq: z.int().min(0),
  generation: z.int().min(0),
});
const macBytes = 32;

export function anchorName(keys: CaseKeys): string {
  return hmacSha512(keys.anchor, Buffer.from('corroborate/v1/anchor-name\0'), keys.caseId).toString('hex', 0, 16);
}

/** First 32 bytes of HMAC-SHA-512(K(`anchor`), context || JSON) || JSON (RFC 8785). */
export function encodeAnchor(keys: CaseKeys, anchor: Anchor): Buffer {
  const json = Buffer.from(canonicalJson({ v: 1, head: anchor.head, seq: anchor.seq, generation: anchor.generation }));
  return Buffer.concat([macOf(keys, json), json]);
}

/** `null` when it was not written for this case by someone who held its key. */
export function decodeAnchor(keys: CaseKeys, bytes: Buffer): Anchor | null {
  const json = bytes.subarray(macBytes);
  if (bytes.length <= macBytes || !equalInConstantTime(macOf(keys, json), bytes.subarray(0, macBytes))) return null;
  try {
    return AnchorSchema.parse(JSON.parse(json.toString('utf8')));
  } catch {
    // Sealed with our key but not understood: a later version's.
    return null;
  }
}

/** What an opened case is compared by: its position, and the heads its log still holds. */
export type Reached = Anchor & { readonly heads: () => ReadonlySet<string> };

export type AnchorKeeper = {
  /** Nothing when the case has come at least as far as it was seen. */
  readonly compare: (reached: Reached) => readonly CaseFinding[];
  /** Writes where the case stands: at once, or when half a minute has passed since the last time. */
  readonly remember: (position: Anchor, now: boolean) => void;
};

export const noAnchors: AnchorPort = { read: () => null, write: () => undefined };
const betweenWritesMs = 30_000;

/** Reads the anchor of a case now. While the case is behind what was seen it is not written over, so that every opening says so. */
export function keepAnchor(port: AnchorPort, keys: CaseKeys): AnchorKeeper {
  const name = anchorName(keys);
  const bytes = port.read(name);
  const seen = bytes ? decodeAnchor(keys, bytes) : null;
  let stays = false;
  let writtenAt = Number.NEGATIVE_INFINITY;
  return {
    compare: (reached) => {
      const findings = seen ? compareWithAnchor(seen, reached) : [];
      stays = findings.length > 0;
      return findings;
    },
    remember: (position, now) => {
      if (stays || (!now && performance.now() - writtenAt < betweenWritesMs)) return;
      port.write(name, encodeAnchor(keys, position));
      writtenAt = performance.now();
    },
  };
}

/**
 * `older-than-seen` when the case has fewer edits, an older header, or as many edits with an end that is not the one seen: then it is
 * not the case that was seen, however whole it looks. More edits, or a newer header, may have come from another computer.
 */
function compareWithAnchor(seen: Anchor, reached: Reached): readonly CaseFinding[] {
  const elsewhere = reached.seq === seen.seq && reached.generation === seen.generation && reached.head !== seen.head && !reached.heads().has(seen.head);
  return [
    ...(reached.seq < seen.seq || elsewhere ? [{ severity: 'damage', code: 'older-than-seen', subject: 'log' } as const] : []),
    ...(reached.generation < seen.generation ? [{ severity: 'damage', code: 'older-than-seen', subject: 'case.a' } as const] : []),
  ];
}

/** Every head the log has had, as far as its segments still say. */
export function headsOf(segments: readonly Segment[]): ReadonlySet<string> {
  return new Set(segments.flatMap(({ open, frames }) => [...(open ? [open.prevHead] : []), ...frames.map(({ head }) => head)]));
}

function macOf(keys: CaseKeys, json: Buffer): Buffer {
  return hmacSha512(keys.anchor, Buffer.from('corroborate/v1/anchor\0'), keys.caseId, json).subarray(0, macBytes);
}
