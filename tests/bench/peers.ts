import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type Adapter, Low } from 'lowdb';
import { JSONFile } from 'lowdb/node';
import type { Claim } from '#shared/domain/claim/claim.ts';

/** The stores one would otherwise have built on, each set up as its manual says for data that must not be lost. */
export type SqlCase = {
  readonly put: (claim: Claim) => void;
  readonly begin: () => void;
  readonly commit: () => void;
  readonly textOf: (id: string) => string;
  readonly firstRows: (count: number) => number;
  /** What lists and filters need of every row. */
  readonly allHeads: () => number;
  readonly check: () => string;
  readonly close: () => void;
};
type Statement = {
  readonly run: (...values: unknown[]) => void;
  readonly all: (...values: unknown[]) => readonly unknown[];
  readonly get: (...values: unknown[]) => unknown;
};
type Sql = {
  readonly pragma: (text: string, options?: { readonly simple: boolean }) => unknown;
  readonly exec: (text: string) => void;
  readonly prepare: (text: string) => Statement;
  readonly close: () => void;
};
export const key = Buffer.alloc(32, 3);

let native: (new (path: string) => Sql) | null | undefined;
/** `null` when the native part of the package is not built: install scripts are not run here. */
export function sqlite(): (new (path: string) => Sql) | null {
  if (native !== undefined) return native;
  try {
    const found = createRequire(import.meta.url)('better-sqlite3-multiple-ciphers') as new (path: string) => Sql;
    new found(':memory:').close();
    native = found;
  } catch {
    console.log('SQLCipher is left out: its native part is not built. Run: npm run bench:peers');
    native = null;
  }
  return native;
}

/** SQLCipher 4's scheme with a raw key, WAL and synchronous=FULL; `null` when it is not built. */
export function sqlCase(path: string): SqlCase | null {
  const Database = sqlite();
  if (!Database) return null;
  const sql = new Database(path);
  for (const pragma of ["cipher='sqlcipher'", 'legacy=4', `key="x'${key.toString('hex')}${'00'.repeat(16)}'"`, 'journal_mode=WAL', 'synchronous=FULL'])
    sql.pragma(pragma);
  sql.exec(
    'create table if not exists claims (id text primary key, title text, changed text, body text); create index if not exists by_changed on claims (changed, id)',
  );
  const put = sql.prepare(
    'insert into claims values (?, ?, ?, ?) on conflict (id) do update set title = excluded.title, changed = excluded.changed, body = excluded.body',
  );
  return {
    put: (claim) => put.run(claim.id, claim.text.slice(0, 80), claim.changedAt, JSON.stringify(claim)),
    begin: () => sql.exec('begin'),
    commit: () => sql.exec('commit'),
    textOf: (id) => (JSON.parse((sql.prepare('select body from claims where id = ?').get(id) as { body: string }).body) as Claim).text,
    firstRows: (count) => sql.prepare('select id, title, changed from claims order by changed, id limit ?').all(count).length,
    allHeads: () => sql.prepare('select id, title, changed from claims').all().length,
    check: () => String(sql.pragma('integrity_check', { simple: true })),
    close: () => sql.close(),
  };
}

/** Fills the database at `path` in transactions of a thousand; `false` when SQLCipher is not built. */
export function fillSql(path: string, claims: Iterable<Claim>): boolean {
  const filled = sqlCase(path);
  if (!filled) return false;
  let inside = 0;
  for (const claim of claims) {
    if (inside % 1_000 === 0) filled.begin();
    filled.put(claim);
    inside += 1;
    if (inside % 1_000 === 0) filled.commit();
  }
  if (inside % 1_000 !== 0) filled.commit();
  filled.close();
  return true;
}

export type LowData = { claims: { [id: string]: Claim } };
export function plainLow(path: string): Low<LowData> {
  return new Low<LowData>(new JSONFile(path), { claims: {} });
}

/** lowdb with its whole file sealed by AES-256-GCM, written beside the old one, synced and renamed. */
export function sealedLow(folder: string): Low<LowData> {
  const path = join(folder, 'sealed.json');
  const adapter: Adapter<LowData> = {
    read: async () => openLow(path),
    write: async (data) => {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      const body = cipher.update(JSON.stringify(data), 'utf8');
      cipher.final();
      const file = openSync(`${path}.new`, 'w');
      for (const piece of [nonce, cipher.getAuthTag(), body]) writeSync(file, piece);
      fsyncSync(file);
      closeSync(file);
      renameSync(`${path}.new`, path);
    },
  };
  return new Low<LowData>(adapter, { claims: {} });
}

export function openLow(path: string): LowData {
  const file = readFileSync(path);
  const decipher = createDecipheriv('aes-256-gcm', key, file.subarray(0, 12));
  decipher.setAuthTag(file.subarray(12, 28));
  const text = decipher.update(file.subarray(28)).toString('utf8');
  decipher.final();
  return JSON.parse(text) as LowData;
}
