import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Anchor, type AnchorPort, anchorName, decodeAnchor, encodeAnchor, headsOf, keepAnchor, noAnchors } from '#main/casefile/anchor.ts';
import { caseKeys } from '#main/casefile/case-keys.ts';
import type { Segment } from '#main/casefile/segment.ts';
import { canonicalJson } from '#main/crypto/canonical-json.ts';
import { hmacSha512 } from '#main/crypto/digests.ts';

const keys = caseKeys(Buffer.alloc(32, 1), Buffer.alloc(16, 2));
const otherKeys = caseKeys(Buffer.alloc(32, 9), Buffer.alloc(16, 2));
const [head, otherHead] = ['ab'.repeat(32), 'cd'.repeat(32)];
const seen: Anchor = { head, seq: 5, generation: 2 };

function memory(bytes: Buffer | null = null): AnchorPort & { readonly written: { readonly name: string; readonly bytes: Buffer }[] } {
  const written: { name: string; bytes: Buffer }[] = [];
  return { written, read: () => written.at(-1)?.bytes ?? bytes, write: (name, next) => void written.push({ name, bytes: next }) };
}
const reached = (change: Partial<Anchor>, heads: readonly string[] = []) => ({ ...seen, ...change, heads: () => new Set(heads) });
const told = (bytes: Buffer | null, at: ReturnType<typeof reached>) =>
  keepAnchor(memory(bytes), keys)
    .compare(at)
    .map(({ code, subject }) => `${code} ${subject}`);

describe('an anchor', () => {
  it('says what it was told, to who holds the key of the case', () => {
    const anchors = fc.record({ head: fc.constantFrom(head, otherHead), seq: fc.nat(), generation: fc.nat() });
    fc.assert(
      fc.property(anchors, (anchor) => {
        expect(decodeAnchor(keys, encodeAnchor(keys, anchor))).toMatchObject(anchor);
      }),
    );
    expect(decodeAnchor(otherKeys, encodeAnchor(keys, seen))).toBeNull();
  });

  it('does not verify after any one bit was turned over, or with bytes missing', () => {
    const bytes = encodeAnchor(keys, seen);
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const changed = Buffer.from(bytes);
      changed.writeUInt8(changed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      expect(decodeAnchor(keys, changed), `bit ${bit}`).toBeNull();
    }
    for (let length = 0; length < bytes.length; length += 1) expect(decodeAnchor(keys, bytes.subarray(0, length))).toBeNull();
  });

  it('has a name that says nothing without the key', () => {
    expect(anchorName(keys)).toMatch(/^[0-9a-f]{32}$/);
    expect(anchorName(otherKeys)).not.toBe(anchorName(keys));
    expect(anchorName(keys)).not.toContain(keys.caseId.toString('hex').slice(0, 8));
  });

  it.each<readonly [string, unknown]>([
    ['of a later version', { v: 2, ...seen }],
    ['with a head that is no hash', { v: 1, ...seen, head: `${head}0` }],
    ['with other text before its head', { v: 1, ...seen, head: `0${head}` }],
    ['with a count below nothing', { v: 1, ...seen, seq: -1 }],
    ['with a generation below nothing', { v: 1, ...seen, generation: -1 }],
  ])('%s is not understood, however genuine', (_, said) => {
    const json = Buffer.from(canonicalJson(said));
    const mac = hmacSha512(keys.anchor, Buffer.from('corroborate/v1/anchor\0'), keys.caseId, json).subarray(0, 32);
    expect(decodeAnchor(keys, Buffer.concat([mac, json]))).toBeNull();
  });

  it('that is genuine but no JSON is not understood', () => {
    const json = Buffer.from('{');
    const mac = hmacSha512(keys.anchor, Buffer.from('corroborate/v1/anchor\0'), keys.caseId, json).subarray(0, 32);
    expect(decodeAnchor(keys, Buffer.concat([mac, json]))).toBeNull();
  });
});

describe('a case compared with what this computer has seen', () => {
  const bytes = encodeAnchor(keys, seen);
  it('is told to be older when it has fewer edits, an older header, or another end', () => {
    expect(told(bytes, reached({ seq: 4 }))).toEqual(['older-than-seen log']);
    expect(told(bytes, reached({ generation: 1 }))).toEqual(['older-than-seen case.a']);
    expect(told(bytes, reached({ seq: 4, generation: 1 }))).toEqual(['older-than-seen log', 'older-than-seen case.a']);
    expect(told(bytes, reached({ head: otherHead }))).toEqual(['older-than-seen log']);
  });

  it('is as seen, or further, and then nothing is told', () => {
    expect(told(bytes, reached({}))).toEqual([]);
    expect(told(bytes, reached({ seq: 6, head: otherHead }))).toEqual([]);
    expect(told(bytes, reached({ generation: 3, head: otherHead }))).toEqual([]);
    // A session that only closed went on from the head that was seen.
    expect(told(bytes, reached({ head: otherHead }, [head]))).toEqual([]);
    expect(told(null, reached({ seq: 0 }))).toEqual([]);
    expect(told(Buffer.alloc(40), reached({ seq: 0 }))).toEqual([]);
    expect(keepAnchor(noAnchors, keys).compare(reached({ seq: 0 }))).toEqual([]);
  });
});

describe('remembering a case', () => {
  afterEach(() => vi.useRealTimers());

  it('happens at once when asked, and otherwise when half a minute has passed', () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    const port = memory();
    const keeper = keepAnchor(port, keys);
    keeper.compare(reached({}));
    keeper.remember({ ...seen, seq: 6 }, false);
    expect(port.written).toHaveLength(1);
    keeper.remember({ ...seen, seq: 7 }, false);
    vi.advanceTimersByTime(29_999);
    keeper.remember({ ...seen, seq: 8 }, false);
    expect(port.written).toHaveLength(1);
    vi.advanceTimersByTime(1);
    keeper.remember({ ...seen, seq: 9 }, false);
    keeper.remember({ ...seen, seq: 10 }, true);
    expect(port.written.map(({ bytes: next }) => decodeAnchor(keys, next)?.seq)).toEqual([6, 9, 10]);
    expect(new Set(port.written.map(({ name }) => name))).toEqual(new Set([anchorName(keys)]));
  });

  it('happens for a case that was never compared: a new one', () => {
    const port = memory();
    keepAnchor(port, keys).remember(seen, false);
    expect(port.written).toHaveLength(1);
  });

  it('does not happen while the case is behind what was seen', () => {
    const port = memory(encodeAnchor(keys, seen));
    const keeper = keepAnchor(port, keys);
    keeper.compare(reached({ seq: 4 }));
    keeper.remember({ ...seen, seq: 6 }, true);
    expect(port.written).toEqual([]);
  });
});

it('the heads of a log are those its segments continue from and those after each frame', () => {
  const segment = (prevHead: string | null, heads: readonly string[]) =>
    ({ open: prevHead === null ? null : { prevHead }, frames: heads.map((each) => ({ head: each })), later: [] }) as unknown as Segment;
  expect([...headsOf([segment('a', ['b', 'c']), segment(null, ['d'])])].sort()).toEqual(['a', 'b', 'c', 'd']);
});
