import type { GraphMaterial } from './graph-material.ts';
import { key, sqlite } from './peers.ts';
import { idOf } from './sample-case.ts';

/** Edges in SQLCipher, asked by a recursive query as SQLite's manual has it for graphs. */
export type SqlGraph = {
  /** Ids within so many steps, the start included. */
  readonly around: (id: string, hops: number) => readonly string[];
  readonly close: () => void;
};
/**
 * `plain`: an index on each end, as a notebook's table of links has them. `covering`: indices made for this one question, which hold the other
 * end too, so that no row is looked up.
 */
export type Indices = 'plain' | 'covering';
const indexed: { readonly [I in Indices]: string } = {
  plain: 'create index by_from on links (from_id); create index by_to on links (to_id)',
  covering: 'create index by_from on links (from_id, to_id); create index by_to on links (to_id, from_id)',
};

/** Fills a database at `path`; `null` when SQLCipher is not built. */
export function sqlGraph(path: string, { pairs }: GraphMaterial, indices: Indices): SqlGraph | null {
  const Database = sqlite();
  if (!Database) return null;
  const sql = new Database(path);
  for (const pragma of ["cipher='sqlcipher'", 'legacy=4', `key="x'${key.toString('hex')}${'00'.repeat(16)}'"`, 'journal_mode=WAL']) sql.pragma(pragma);
  sql.exec('create table links (id text primary key, from_id text, to_id text, relation text, rationale text) without rowid; begin');
  const insert = sql.prepare("insert into links values (?, ?, ?, 'mentions', '')");
  for (const [number, [from, to]] of pairs.entries()) insert.run(idOf(number), idOf(from), idOf(to));
  sql.exec(`commit; ${indexed[indices]}; analyze`);
  sql.pragma('wal_checkpoint(TRUNCATE)');
  const around = sql.prepare(
    `with recursive around (id, hops) as (
       values (?, 0)
       union select links.to_id, hops + 1 from around join links on links.from_id = around.id where hops < ?
       union select links.from_id, hops + 1 from around join links on links.to_id = around.id where hops < ?
     ) select distinct id from around`,
  );
  return {
    around: (id, hops) => around.all(id, hops, hops).map((each) => (each as { readonly id: string }).id),
    close: () => sql.close(),
  };
}
