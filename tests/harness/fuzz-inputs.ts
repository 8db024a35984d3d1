export function noise(length: number, random: () => number): Buffer {
  const out = Buffer.alloc(length);
  for (let at = 0; at < length; at += 1) out[at] = Math.floor(random() * 256);
  return out;
}

export function pick<T>(random: () => number, from: readonly T[]): T {
  const picked = from[Math.floor(random() * from.length)];
  if (picked === undefined) throw new Error('nothing to pick from');
  return picked;
}

/** JSON that parses to something nobody expects, and some that does not parse. */
const sayings = [
  'null',
  '1',
  '""',
  '[]',
  '{}',
  '{"t":"tx"}',
  '{"t":"open"}',
  '[null]',
  '{"__proto__":null}',
  '{',
  '\u0000',
  '"\ud800"',
  `${'['.repeat(400)}`,
  '1e999',
  '{"v":1,"head":""}',
];
export function nonsense(random: () => number): string {
  return pick(random, sayings);
}
