import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shelfFolder } from '#main/casefile/search-shelf.ts';
import { type CaseHost, hostCase } from '#main/caseprocess/case-host.ts';
import { makeCaseOn, openOn } from '#tests/harness/crash-session.ts';
import { takeInText, tell, testSurroundings } from '#tests/harness/hosted-case.ts';
import { type DiskContent, recordingDisk } from '#tests/harness/recording-file-system.ts';
import { countingFacts, good } from '#tests/harness/stored-case.ts';

const facts = countingFacts();
const made = await (async () => {
  const disk = recordingDisk();
  const caseKey = await makeCaseOn(disk.fileSystem, facts, []);
  return { caseKey, content: disk.content() };
})();

/** A case on a disk in memory, one session after another. */
function sittings(start: DiskContent = made.content) {
  let disk = recordingDisk(start);
  return {
    open: async (mode: 'read' | 'write' = 'write'): Promise<CaseHost> =>
      hostCase(good(await openOn(disk.fileSystem, made.caseKey, facts, mode)).open, testSurroundings({ facts })),
    content: () => disk.content(),
    layers: () => [...disk.content().files].filter(([path]) => path.startsWith(`${shelfFolder}/`)).sort(([one], [other]) => (one < other ? -1 : 1)),
    /** What somebody, or a crash, did to the files meanwhile. */
    change: (change: (files: Map<string, Buffer>) => void) => {
      const { folders, files } = disk.content();
      const changed = new Map([...files].map(([path, bytes]) => [path, Buffer.from(bytes)]));
      change(changed);
      disk = recordingDisk({ folders, files: changed });
    },
  };
}
const ids = async (host: CaseHost, query: string) => good(await host.query('search/find', { query, limit: 1_000 })).map(({ id }) => id);
const close = async (host: CaseHost) => good(await host.close());
/** Whether the index was made anew, or much of it read, while something was done. */
async function asJob(host: CaseHost, work: () => Promise<unknown>): Promise<boolean> {
  let told = false;
  const stop = host.onEvent((event) => {
    if (event.type === 'job' && event.jobId === 'search-index') told = true;
  });
  await work();
  stop();
  return told;
}

describe('the index that is kept in the case', () => {
  it('finds in a later session what earlier ones wrote, without making the index again', async () => {
    const sitting = sittings();
    let host = await sitting.open();
    for (let number = 0; number < 250; number += 1) await tell(host, 'notes/write', { text: `heron ${number}` });
    expect(await asJob(host, async () => expect((await ids(host, 'heron')).length).toBe(250))).toBe(true);
    await close(host);
    for (let session = 0; session < 12; session += 1) {
      host = await sitting.open();
      const before = host;
      expect(await asJob(host, async () => expect((await ids(before, 'heron')).length).toBe(250))).toBe(false);
      const note = await tell(host, 'notes/write', { text: `kingfisher${session}` });
      await close(host);
      host = await sitting.open();
      const after = host;
      expect(await asJob(host, async () => expect(await ids(after, `kingfisher${session}`)).toEqual([note.id]))).toBe(false);
      await close(host);
    }
    expect(sitting.layers().length).toBeLessThan(6);
  });

  it('is written for what the edit was, not for what the case is', async () => {
    const sitting = sittings();
    let host = await sitting.open();
    for (let number = 0; number < 300; number += 1)
      await tell(host, 'notes/write', { text: Array.from({ length: 60 }, (_, at) => `w${number * 60 + at}`).join(' ') });
    await close(host);
    const before = new Set(sitting.layers().map(([path]) => path));
    expect(Math.max(...sitting.layers().map(([, bytes]) => bytes.length))).toBeGreaterThan(60_000);
    host = await sitting.open();
    await tell(host, 'notes/write', { text: 'one more' });
    await close(host);
    const added = sitting.layers().filter(([path]) => !before.has(path));
    expect(added.reduce((sum, [, bytes]) => sum + bytes.length, 0)).toBeLessThan(6_000);
  });

  it('finds everything when its newest layer is half written, its oldest is gone, or the whole of it is', async () => {
    const sitting = sittings();
    const written: string[] = [];
    for (const text of ['heron', 'another heron']) {
      const host = await sitting.open();
      written.push((await tell(host, 'notes/write', { text })).id);
      await close(host);
    }
    const newest = () => sitting.layers().at(-1)?.[0] ?? '';
    const spoil: readonly ((files: Map<string, Buffer>) => void)[] = [
      (files) => files.set(newest(), files.get(newest())?.subarray(0, 70) ?? Buffer.alloc(0)),
      (files) => files.delete(sitting.layers()[0]?.[0] ?? ''),
      (files) => {
        for (const [path] of sitting.layers()) files.delete(path);
      },
      (files) => {
        const bytes = files.get(newest()) ?? Buffer.alloc(1);
        bytes.writeUInt8(bytes.readUInt8(bytes.length - 1) ^ 1, bytes.length - 1);
      },
    ];
    for (const each of spoil) {
      sitting.change(each);
      const host = await sitting.open();
      expect((await ids(host, 'heron')).toSorted()).toEqual(written.toSorted());
      expect(host.openingFindings).toEqual([]);
      await close(host);
      expect(sitting.layers().length).toBeGreaterThan(0);
    }
  });

  it('is used where nothing may be written, and follows what was changed without it', async () => {
    const sitting = sittings();
    let host = await sitting.open();
    const note = await tell(host, 'notes/write', { text: 'heron' });
    await close(host);
    const kept = sitting.layers();
    host = await sitting.open();
    await tell(host, 'notes/revise', { id: note.id, text: 'kingfisher' });
    await close(host);
    // As if the last session had ended before it wrote its index.
    sitting.change((files) => {
      for (const [path] of sitting.layers()) files.delete(path);
      for (const [path, bytes] of kept) files.set(path, bytes);
    });
    const reader = await sitting.open('read');
    expect(await ids(reader, 'heron')).toEqual([]);
    expect(await ids(reader, 'kingfisher')).toEqual([note.id]);
    await close(reader);
    expect(sitting.layers().map(([path]) => path)).toEqual(kept.map(([path]) => path));
  });

  it('holds no word of the case that could be read without its key', async () => {
    const sitting = sittings();
    const host = await sitting.open();
    const words = ['quicksilverheron', 'тамариксдоказательство', '누리카나리아'];
    await tell(host, 'notes/write', { text: words.join(' ') });
    await takeInText(host, 'article.txt', words.join('\n'));
    for (const word of words) expect((await ids(host, word)).length).toBe(2);
    await close(host);
    expect(sitting.layers().length).toBeGreaterThan(0);
    for (const [path, bytes] of sitting.content().files)
      for (const word of words) for (const form of ['utf8', 'utf16le'] as const) expect([path, bytes.includes(Buffer.from(word, form))]).toEqual([path, false]);
  });

  it('forgets what was removed when the case is compacted', async () => {
    const sitting = sittings();
    const host = await sitting.open();
    const note = await tell(host, 'notes/write', { text: 'heron' });
    await tell(host, 'notes/write', { text: 'kingfisher' });
    expect(await ids(host, 'heron')).toEqual([note.id]);
    await tell(host, 'notes/remove', { id: note.id });
    const { digest } = good(await host.query('case/compact-preview', {}));
    await tell(host, 'case/compact', { jobId: 'job', digest });
    expect(sitting.layers().length).toBe(1);
    expect(await ids(host, 'kingfisher')).toHaveLength(1);
    expect(await ids(host, 'heron')).toEqual([]);
    await close(host);
  });

  it('narrows what is found by who said it, by finding, kind and date, and finds by these alone', async () => {
    const sitting = sittings();
    const host = await sitting.open();
    const claim = async (text: string, name: string, saidAt: string) => (await tell(host, 'claims/assert', { text, asserter: { name }, saidAt })).id;
    const first = await claim('A heron was seen.', 'Le Monde', '2025-01-12');
    const second = await claim('A heron was heard.', 'Служба', '2025-02');
    await tell(host, 'claims/rate', { id: second, finding: 'disputed' });
    const note = (await tell(host, 'notes/write', { text: 'heron' })).id;
    expect((await ids(host, 'heron')).toSorted()).toEqual([first, second, note].toSorted());
    expect(await ids(host, 'heron asserter:"le monde"')).toEqual([first]);
    expect(await ids(host, 'heron finding:disp')).toEqual([second]);
    expect(await ids(host, 'heron kind:note')).toEqual([note]);
    expect(await ids(host, 'finding:disputed')).toEqual([second]);
    expect(await ids(host, 'heron kind:claim before:2025-02')).toEqual([first]);
    expect(await ids(host, 'heron kind:claim after:2025-01')).toEqual([second]);
    expect(await ids(host, 'heron before:yesterday')).toEqual([]);
    await close(host);
  });

  it('says after any edits and sessions what an index made anew says', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom('write', 'revise', 'remove', 'undo', 'search', 'close'), fc.nat(20)), { maxLength: 25 }),
        async (steps) => {
          const sitting = sittings();
          let host = await sitting.open();
          const notes: string[] = [];
          const words = ['heron', 'kingfisher', 'журавль', '북한군', 'captured'];
          const textFor = (at: number) => `${words[at % words.length]} ${words[(at * 3 + 1) % words.length]}`;
          const answers = async () => {
            const found: (readonly string[])[] = [];
            for (const word of words) found.push((await ids(host, word)).toSorted());
            return found;
          };
          for (const [step, at] of steps) {
            const id = notes[at % Math.max(1, notes.length)];
            if (step === 'write') notes.push((await tell(host, 'notes/write', { text: textFor(at) })).id);
            else if (step === 'revise' && id) await host.command('notes/revise', { id, text: textFor(at + 1) });
            else if (step === 'remove' && id) await host.command('notes/remove', { id });
            else if (step === 'undo') await host.command('history/undo', {});
            else if (step === 'search') await ids(host, words[at % words.length] ?? '');
            else if (step === 'close') {
              await close(host);
              host = await sitting.open();
            }
          }
          const kept = await answers();
          await close(host);
          sitting.change((files) => {
            for (const [path] of sitting.layers()) files.delete(path);
          });
          host = await sitting.open();
          expect(kept).toEqual(await answers());
          await close(host);
        },
      ),
      { numRuns: 25 },
    ));
});
