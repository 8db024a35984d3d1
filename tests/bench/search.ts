import { mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { caseKeys } from '#main/casefile/case-keys.ts';
import { realFileSystem } from '#main/casefile/file-system.ts';
import { searchShelf } from '#main/casefile/search-shelf.ts';
import { firstBuilding } from '#main/search/first-building.ts';
import { type LayeredIndex, layeredIndex } from '#main/search/layered-index.ts';
import { parseQuery } from '#shared/domain/search/parse-query.ts';
import { type FtsIndex, ftsIndex } from './fts-peer.ts';
import { exponent, judge } from './goals.ts';
import { forgetPeak, loadLine, peakMiB } from './machine.ts';
import { milliseconds, show, spread } from './paired.ts';
import { idOf } from './sample-case.ts';
import { type Question, questions, questionsAbout, type Script, type SearchedObject, scripts, searchedObjects } from './search-material.ts';

const limit = 100;
/** Rounds before those that are counted, for either: what the first question of a process costs beside is no matter of the index. */
const warming = 2;
const keys = caseKeys(Buffer.alloc(32, 1), Buffer.alloc(16, 2));
/** The goals are for 100,000 objects. By profiles of the building and by the sections of the segment, where few texts have nearly as many words. */
const fewTexts = {
  building:
    'a word costs most when it is met first: folding, numbering, sorting, its sound; of 1,000 made-up texts every sixth word is new, of 10,000 every 28th',
  bytes: 'words are not packed: 12 bytes, their letters and mostly a sound are more than half of the index of 1,000 texts, a fifth of 10,000',
};
type Made = { readonly index: LayeredIndex; readonly fts: FtsIndex | null };

/** G10 to G12: building, opening and asking, against FTS5 in SQLCipher over the same texts. */
export async function benchSearch(folder: string, sizes: readonly number[], rounds: number): Promise<void> {
  console.log(`\nsearch: texts of 50 to 500 words in three scripts; p95 of 60 questions, ${rounds} rounds, contenders in turn; ${loadLine()}`);
  const built: number[] = [];
  for (const size of sizes) {
    const place = join(folder, `search-${size}`);
    mkdirSync(place);
    const objects = [...searchedObjects(size)];
    built.push(build(place, objects));
    const made: Made = { index: opened(place, size), fts: ftsIndex(join(place, 'fts.db')) };
    for (const script of scripts) for (const sort of questions) ask(made, objects, script, sort, size, rounds);
    made.fts?.close();
    rmSync(place, { recursive: true, force: true });
  }
  console.log(`   search: building ${exponent(sizes, built)}`);
}

/** Processor time of building and writing, the memory it takes at most beside the texts, and bytes on disk. */
function build(place: string, objects: readonly SearchedObject[]): number {
  const resident = forgetPeak();
  const ours = processorSeconds(() => {
    const index = layeredIndex();
    const building = firstBuilding(index);
    for (const [number, { texts }] of objects.entries()) {
      building.add(idOf(number), texts);
      if (building.full()) finished(building.settling());
    }
    finished(building.finishing());
    const segment = index.layers()[0]?.unwritten;
    const written = segment && shelfIn(place).write(segment, { below: [], above: [] }, []);
    if (!written?.ok) throw new Error('bench: the index was not written');
  });
  const memory = `${(peakMiB() - resident).toFixed(0)} MiB of memory at most`;
  const fts = ftsIndex(join(place, 'fts.db'));
  if (!fts) {
    console.log(`  ${objects.length}: built in ${ours.toFixed(2)} s of processor time, ${memory}; ${mebibytes(ourBytes(place))}`);
    return ours;
  }
  const theirs = processorSeconds(() => {
    fts.begin();
    for (const [number, { texts }] of objects.entries()) fts.add(number, texts.label, texts.text);
    fts.commit();
    fts.settle();
  });
  fts.close();
  const [bytes, ftsBytes] = [ourBytes(place), statSync(join(place, 'fts.db')).size];
  console.log(
    `  ${objects.length}: built in ${ours.toFixed(2)} s of processor time, ${memory}; FTS5 ${theirs.toFixed(2)}; ${mebibytes(bytes)}, FTS5 ${mebibytes(ftsBytes)}`,
  );
  const because = (cause: string) => (objects.length < 100_000 ? { cause } : {});
  const building = { id: 'G12', what: `building ${objects.length} / FTS5 in SQLCipher, processor time`, atMost: 0.5, ...because(fewTexts.building) };
  judge(building, once(ours / theirs));
  judge({ id: 'G12', what: `bytes of the index of ${objects.length} / FTS5`, atMost: 0.35, ...because(fewTexts.bytes) }, once(bytes / ftsBytes));
  return ours;
}

function finished(steps: Generator<void, void>): void {
  while (steps.next().done !== true);
}

function opened(place: string, size: number): LayeredIndex {
  const times: number[] = [];
  let index = layeredIndex();
  // What is left of the texts that were made up is no matter of the index.
  globalThis.gc?.();
  for (let round = 0; round < 9; round += 1) {
    index = layeredIndex();
    times.push(
      milliseconds(() => {
        const content = shelfIn(place).open();
        if (typeof content === 'string') throw new Error(`bench: the index is ${content}`);
        for (const layer of content.layers) index.addLayer(layer, layer.bytes, layer.name);
      }),
    );
  }
  judge({ id: 'G12', what: `milliseconds to open the index of ${size}`, atMost: 25 }, spread(times));
  return index;
}

function ask({ index, fts }: Made, objects: readonly SearchedObject[], script: Script, sort: Question['sort'], size: number, rounds: number): void {
  // Syllables are searched in pairs, and a slip in one of two is another word.
  if (script === 'hangul' && sort === 'slip') return;
  const asked = questionsAbout(objects, script, sort, 60);
  const own = questionsAbout(objects, script, 'term', 60);
  const pairs: { readonly ours: number; readonly theirs: number }[] = [];
  for (const { ours, theirs } of asked) compare(index, fts, script, sort, ours, theirs);
  for (let round = -warming; round < rounds; round += 1) {
    const [one, other]: [number[], number[]] = [[], []];
    for (const [place, { ours, theirs }] of asked.entries()) {
      one.push(milliseconds(() => find(index, ours)));
      if (sort === 'slip') other.push(milliseconds(() => find(index, own[place]?.ours ?? '')));
      else if (fts) other.push(milliseconds(() => fts.find(theirs, limit)));
    }
    if (round >= 0) pairs.push({ ours: p95(one), theirs: p95(other) });
  }
  const times = show(spread(pairs.map(({ ours }) => ours)));
  if (!fts && sort !== 'slip') {
    console.log(`  ${size} ${script} ${sort}: ${times} ms`);
    return;
  }
  const beside = sort === 'slip' ? 'its own term' : 'FTS5';
  console.log(`  ${size} ${script} ${sort}: ${times} ms; ${beside} ${show(spread(pairs.map(({ theirs }) => theirs)))} ms`);
  const atMost = sort === 'slip' ? 3 : sort === 'term' || sort === 'beginning' ? 0.5 : 1;
  const id = atMost === 0.5 ? 'G10' : 'G11';
  const ratio = spread(pairs.map(({ ours, theirs }) => ours / theirs));
  if (size === 100_000) judge({ id, what: `${script}, ${sort}, p95 at ${size} / ${beside}`, atMost }, ratio);
  else console.log(`    ratio ${show(ratio)}`);
}

function find(index: LayeredIndex, typed: string): readonly string[] {
  return index.find(parseQuery(typed).clauses, limit).objects.map(({ id }) => id);
}

/** What is quicker because it finds less is no better: the same numbers of objects, or more where beginnings in another script count too. */
function compare(index: LayeredIndex, fts: FtsIndex | null, script: Script, sort: Question['sort'], ours: string, theirs: string): void {
  const found = find(index, ours).length;
  if (sort === 'slip') return;
  const wanted = fts?.find(theirs, limit).length ?? found;
  // A run of syllables is found wherever it stands, also inside a longer one.
  const same = sort === 'beginning' || script === 'hangul' ? found >= wanted : found === wanted;
  if (!same) throw new Error(`bench: ${sort} in ${script} finds ${found}, FTS5 ${wanted}`);
}

function shelfIn(place: string) {
  return searchShelf(
    realFileSystem(place),
    keys,
    () => Buffer.alloc(32),
    () => null,
  );
}

function ourBytes(place: string): number {
  const files = realFileSystem(place);
  return files.list('index').reduce((sum, name) => sum + statSync(join(place, 'index', name)).size, 0);
}

function processorSeconds(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

function p95(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? Number.NaN;
}
const once = (value: number) => spread([value]);
const mebibytes = (bytes: number) => `${(bytes / 2 ** 20).toFixed(1)} MiB`;
