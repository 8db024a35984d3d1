import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { z } from 'zod';

const program = join(import.meta.dirname, 'read_case.py');
const ReadingSchema = z.object({
  caseId: z.string(),
  generation: z.int(),
  slot: z.int(),
  slots: z.array(z.looseObject({ kind: z.string() }).nullable()),
  head: z.string(),
  seq: z.int(),
  frames: z.int(),
  counts: z.record(z.string(), z.int()),
  blobs: z.record(z.string(), z.object({ sha256: z.string(), bytes: z.int() })),
  index: z.object({ head: z.string(), unread: z.array(z.string()), objects: z.array(z.string()), words: z.record(z.string(), z.array(z.string())) }).nullable(),
  findings: z.array(z.string()),
  objects: z.record(z.string(), z.record(z.string(), z.unknown())),
});
export type Reading = z.infer<typeof ReadingSchema>;
/** 0 sound, 1 opened but damaged, 2 refused. */
export type ReaderAnswer = { readonly status: number; readonly reading: Reading | null; readonly refused: string | null };

/**
 * A Python that has what the reader needs (Debian: python3-cryptography, python3-argon2); `null` on a machine without it. Where
 * the proofs are run (`CI`) its absence is an error: a comparison that did not happen must not look like one that did.
 */
export function findPython(): string | null {
  const candidates = [process.env['CORROBORATE_PYTHON'], '/usr/bin/python3', 'python3'].filter((name) => name !== undefined);
  const found = candidates.find((name) => spawnSync(name, ['-c', 'import cryptography, argon2.low_level'], { stdio: 'ignore' }).status === 0);
  if (!found && process.env['CI']) throw new Error('python3 with cryptography and argon2 is needed: apt-get install python3-cryptography python3-argon2');
  return found ?? null;
}

/** Has the second reader open a case. Throws when the reader itself fails: it has an answer for everything that can lie on a disk. */
export function readInPython(python: string, folder: string, secret: readonly string[]): ReaderAnswer {
  const { status, stdout, stderr } = spawnSync(python, [program, folder, ...secret, '--objects'], { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (status === null || stderr !== '') throw new Error(`the second reader failed: ${stderr}`);
  const said: unknown = JSON.parse(stdout);
  if (status === 2) return { status, reading: null, refused: z.object({ refused: z.string() }).parse(said).refused };
  return { status, reading: ReadingSchema.parse(said), refused: null };
}
