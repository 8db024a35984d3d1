import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openCaseFile } from '#main/casefile/case-file.ts';
import { realFileSystem } from '#main/casefile/file-system.ts';
import { createCase } from '#main/casestore/case-store.ts';
import { leastKdfCost } from '#main/crypto/argon2id.ts';
import type { Reply } from '#shared/kernel/reply.ts';
import { fillSql, sealedLow, sqlCase } from './peers.ts';
import { benchFacts, benchMeta, benchPassphrase, longClaim, longClaims, putsLongClaims } from './sample-case.ts';

/** One case of a size, in our format and in those of the peers, with the same claims in each. */
export type LongCase = {
  readonly size: number;
  readonly path: string;
  readonly sqlPath: string;
  readonly hasSql: boolean;
  readonly lowFolder: string;
  readonly caseKey: Buffer;
};

export function good<T>(reply: Reply<T>): T {
  if (!reply.ok) throw new Error(`bench: refused ${JSON.stringify(reply.problem)}`);
  return reply.value;
}

export async function makeLongCase(folder: string, size: number): Promise<LongCase> {
  const path = join(folder, `long-${size}.case`);
  const made = good(await createCase(path, { meta: benchMeta, passphrase: benchPassphrase, facts: benchFacts, kdf: leastKdfCost })).case;
  for (let from = 0; from < size; from += 1_000) good(await made.commit(putsLongClaims(from, Math.min(from + 1_000, size)), { undoable: false }));
  good(await made.close());
  const sqlPath = join(folder, `long-${size}.db`);
  const hasSql = fillSql(sqlPath, longClaims(size));
  const lowFolder = join(folder, `low-${size}`);
  if (!existsSync(lowFolder)) mkdirSync(lowFolder);
  const low = sealedLow(lowFolder);
  for (const claim of longClaims(size)) low.data.claims[claim.id] = claim;
  await low.write();
  const file = good(await openCaseFile(realFileSystem(path), { kind: 'passphrase', bytes: benchPassphrase }, 'read'));
  const caseKey = Buffer.from(file.keys.caseKey);
  await file.abandon();
  return { size, path, sqlPath, hasSql, lowFolder, caseKey };
}

/** What was edited last must be there when the stores are opened again. */
export function checkSql(sqlPath: string, number: number, revision: number): void {
  const sql = sqlCase(sqlPath);
  const claim = longClaim(number, revision);
  if (sql && sql.textOf(claim.id) !== claim.text) throw new Error('bench: the database lost an edit');
  sql?.close();
}
