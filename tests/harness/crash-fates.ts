import type { Effect, Fate } from './crashed-disk.ts';

/** How closely the ways of a crash are looked at. `tears`: where a write of so many bytes may be cut. */
export type Closeness = { readonly tears: (bytes: number, fresh: boolean) => Iterable<number>; readonly draws: number; readonly mostSubsets: number };

export const everyByte: Closeness = {
  tears: (bytes, fresh) => (fresh ? upTo(bytes, 1) : upTo(bytes, Math.max(1, Math.floor(bytes / 8)))),
  draws: 10,
  mostSubsets: 6,
};
export const sampled: Closeness = { tears: (bytes, fresh) => upTo(bytes, Math.max(1, Math.floor(bytes / (fresh ? 16 : 3)))), draws: 2, mostSubsets: 3 };

function* upTo(bytes: number, stride: number): Iterable<number> {
  for (let at = 1; at < bytes; at += stride) yield at;
}

/**
 * The fates of what was not synced when the first `count` steps had run: all kept, all lost, each alone (kept, lost, zeroed, spoilt,
 * torn from either end) among others kept and among others lost, every combination of a few, and some drawn at random.
 */
export function* fatesOf(open: readonly Effect[], count: number, close: Closeness, random: () => number): Iterable<ReadonlyMap<Effect, Fate>> {
  yield new Map();
  if (open.length === 0) return;
  const allLost = new Map<Effect, Fate>(open.map((effect) => [effect, 'dropped']));
  yield allLost;
  for (const effect of open) {
    for (const fate of alternatives(effect, effect.step === count - 1, close)) {
      yield new Map([[effect, fate]]);
      if (open.length > 1) yield new Map([...allLost, [effect, fate]]);
    }
  }
  if (open.length <= close.mostSubsets)
    for (let bits = 0; bits < 2 ** open.length; bits += 1) yield new Map(open.map((effect, index) => [effect, (bits >> index) & 1 ? 'dropped' : 'kept']));
  for (let draw = 0; draw < close.draws && open.length > 1; draw += 1) yield new Map(open.map((effect) => [effect, drawn(effect, random)]));
}

function* alternatives(effect: Effect, fresh: boolean, close: Closeness): Iterable<Fate> {
  yield 'kept';
  yield 'dropped';
  if (effect.kind === 'length' && effect.to > effect.from) {
    yield 'garbage';
    for (const share of [0.01, 0.5]) yield { torn: Math.floor((effect.to - effect.from) * share) };
  }
  if (effect.kind !== 'data') return;
  yield 'zeros';
  yield 'garbage';
  for (const torn of close.tears(effect.bytes.length, fresh)) yield { torn };
  for (let tail = 512; tail < effect.bytes.length; tail += 4096) yield { tail };
}

function drawn(effect: Effect, random: () => number): Fate {
  if (effect.kind !== 'data') return random() < 0.5 ? 'kept' : 'dropped';
  const cut = Math.floor(random() * effect.bytes.length);
  return (['kept', 'dropped', 'zeros', 'garbage', { torn: cut }, { tail: cut }] as const)[Math.floor(random() * 6)] ?? 'kept';
}
