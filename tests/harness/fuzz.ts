import { seededRandom } from './crash-session.ts';
import { fileTargets } from './fuzz-file-targets.ts';
import { noise, pick } from './fuzz-inputs.ts';
import { messageTargets } from './fuzz-message-targets.ts';

/** A parser under fuzz: how a sound or forged input is made, and what its answer is called. Answers must be values; anything thrown is a bug. */
export type FuzzTarget = {
  readonly sound: (random: () => number) => Buffer;
  readonly parse: (bytes: Buffer) => string;
  /** Puts right what anyone could put right after a change, such as a digest without a key. */
  readonly mend?: (bytes: Buffer) => void;
};
export const targets: { readonly [parser: string]: FuzzTarget } = { ...fileTargets, ...messageTargets };
export const parsers: readonly string[] = Object.keys(targets);

export type FuzzResult = {
  readonly inputs: number;
  readonly answers: ReadonlyMap<string, number>;
  readonly throws: readonly string[];
  /** The longest any input takes; one that took long on a busy machine is asked again, and the quickest of its times counts. */
  readonly slowestMs: number;
  /** What the heap was larger by at the end than after the first tenth. */
  readonly grownBytes: number;
  readonly seconds: number;
};

/** Sound inputs that are changed again and again; a fresh one now and then. */
const bases = 1_000;
const freshShare = 0.002;
/** Beyond this an input is timed again. */
const suspiciousMs = 5;

/** Gives a parser `count` inputs from a seed: noise, sound messages that were changed, and messages sealed with the right key that say nonsense. */
export function fuzz(parser: string, count: number, seed: number, mostMs = Number.POSITIVE_INFINITY): FuzzResult {
  const target = targets[parser];
  if (!target) throw new Error(`no parser ${parser}`);
  const random = seededRandom(seed);
  const answers = new Map<string, number>();
  const throws: string[] = [];
  let slowestMs = 0;
  let heapEarly = 0;
  let input = 0;
  const started = performance.now();
  const sound = Array.from({ length: Math.min(bases, count) }, () => target.sound(random));
  for (; input < count; input += 1) {
    if (input % 1024 === 0 && performance.now() - started > mostMs) break;
    if (input === Math.floor(count / 10)) heapEarly = heapNow();
    const base = random() < freshShare ? target.sound(random) : (sound[Math.floor(random() * sound.length)] ?? Buffer.alloc(0));
    const bytes = random() < 0.04 ? base : changed(base, random);
    if (target.mend && random() < 0.5) target.mend(bytes);
    const began = performance.now();
    try {
      const answer = target.parse(bytes);
      answers.set(answer, (answers.get(answer) ?? 0) + 1);
      const took = performance.now() - began;
      if (took > slowestMs) slowestMs = Math.max(slowestMs, took > suspiciousMs ? quickest(target, bytes, took) : took);
    } catch (error) {
      if (throws.length < 20)
        throws.push(`${parser} ${input}: ${error instanceof Error ? `${error.name} ${error.message} ${error.stack?.split('\n')[1]?.trim()}` : 'no error'}`);
    }
  }
  return { inputs: input, answers, throws, slowestMs, grownBytes: Math.max(0, heapNow() - heapEarly), seconds: (performance.now() - started) / 1000 };
}

function quickest(target: FuzzTarget, bytes: Buffer, first: number): number {
  let best = first;
  for (let again = 0; again < 4; again += 1) {
    const began = performance.now();
    target.parse(bytes);
    best = Math.min(best, performance.now() - began);
  }
  return best;
}

/** After a collection where the engine lets it be asked for. */
function heapNow(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

/** Bits turned, ranges overwritten, cut, repeated, lengthened; sometimes only noise. Often near the beginning, where the structure is. */
function changed(bytes: Buffer, random: () => number): Buffer {
  if (random() < 0.03) return noise(Math.floor(random() * 700), random);
  let out = Buffer.from(bytes);
  for (let times = 1 + Math.floor(random() * 3); times > 0 && out.length > 0; times -= 1) {
    const at = Math.floor(random() ** 2 * out.length);
    const kind = Math.floor(random() * 6);
    if (kind < 2) out.writeUInt8(out.readUInt8(at) ^ (1 << Math.floor(random() * 8)), at);
    else if (kind === 2) out.fill(pick(random, [0, 0xff, 0x7f]), at, Math.min(at + 1 + Math.floor(random() * 8), out.length));
    else if (kind === 3) out = Buffer.from(out.subarray(0, at));
    else if (kind === 4) out = Buffer.concat([out, out.subarray(at, at + 200)]);
    else if (at + 4 <= out.length) out.writeUInt32LE(pick(random, [0, 1, 0xffff_ffff, 0x7fff_ffff, 0x8000_0000, 16_384]), at);
  }
  return out;
}
