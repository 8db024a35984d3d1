import { key, sqlite } from './peers.ts';

/** FTS5 in SQLCipher, as its manual says for full text that is ranked: what an encrypted notebook would otherwise have searched with. */
export type FtsIndex = {
  readonly add: (row: number, label: string, text: string) => void;
  readonly begin: () => void;
  readonly commit: () => void;
  /** Row numbers of the best, by its own ranking. */
  readonly find: (match: string, limit: number) => readonly number[];
  readonly settle: () => void;
  readonly close: () => void;
};

/** `null` when SQLCipher is not built. */
export function ftsIndex(path: string): FtsIndex | null {
  const Database = sqlite();
  if (!Database) return null;
  const sql = new Database(path);
  for (const pragma of ["cipher='sqlcipher'", 'legacy=4', `key="x'${key.toString('hex')}${'00'.repeat(16)}'"`, 'journal_mode=WAL']) sql.pragma(pragma);
  sql.exec(`create virtual table if not exists found using fts5(label, text, content='', tokenize="unicode61 remove_diacritics 2", prefix='3')`);
  const insert = sql.prepare('insert into found (rowid, label, text) values (?, ?, ?)');
  const select = sql.prepare('select rowid from found where found match ? order by rank limit ?');
  return {
    add: (row, label, text) => insert.run(row, label, text),
    begin: () => sql.exec('begin'),
    commit: () => sql.exec('commit'),
    find: (match, limit) => select.all(match, limit).map((each) => (each as { readonly rowid: number }).rowid),
    settle: () => sql.pragma('wal_checkpoint(TRUNCATE)'),
    close: () => sql.close(),
  };
}
