import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CaseHost } from '#main/caseprocess/case-host.ts';
import { openCase } from '#main/casestore/case-store.ts';
import { newHostedCase, reopenHostedCase, takeInText, tell } from '#tests/harness/hosted-case.ts';
import { countingFacts, good, inTemporaryFolder, samplePassphrase } from '#tests/harness/stored-case.ts';

const find = async (host: CaseHost, query: string) => good(await host.query('search/find', { query }));
const ids = async (host: CaseHost, query: string) => (await find(host, query)).map(({ id }) => id);

describe('searching a case', () => {
  it('finds everything: text of evidence, claims by their words and speakers, notes, sources, entities and rationales', () =>
    inTemporaryFolder(async (folder) => {
      const host = await newHostedCase(folder);
      const item = await takeInText(host, 'article.txt', `${'Lead. '.repeat(200)}The doctor mentions a bandaged jaw.`, { publisher: 'Le Monde' });
      const claim = await tell(host, 'claims/assert', { text: 'Военный билет выдан в Кызыле.', asserter: { name: 'Служба безопасности' } });
      const note = await tell(host, 'notes/write', { text: 'Ask for the serial number.' });
      const source = await tell(host, 'sources/add', { kind: 'video', title: 'Hospital video', publisher: '연합뉴스' });
      const entity = await tell(host, 'entities/add', { kind: 'unit', names: ['Storm Corps', '폭풍군단'] });
      const link = await tell(host, 'links/draw', { fromId: source.id, type: 'supports', toId: claim.id, rationale: 'Zürich laboratory compared the stamps.' });
      expect(await ids(host, 'bandaged')).toEqual([item.id]);
      expect(await ids(host, 'БИЛЕТ')).toEqual([claim.id]);
      expect(await ids(host, 'безопасности')).toContain(claim.id);
      expect(await ids(host, 'serial')).toEqual([note.id]);
      expect(await ids(host, '연합')).toEqual([source.id]);
      expect(await ids(host, '군단')).toEqual([entity.id]);
      expect(await ids(host, '단')).toEqual([entity.id]);
      expect(await ids(host, 'zurich labor')).toEqual([link.id]);
      expect(await ids(host, 'seriol number')).toEqual([note.id]);
      expect(await ids(host, 'serial zebra')).toEqual([]);
      expect(await ids(host, '')).toEqual([]);
      expect(await ids(host, '"*(')).toEqual([]);
      await host.close();
    }));

  it('shows a line around the hit and marks it there', () =>
    inTemporaryFolder(async (folder) => {
      const host = await newHostedCase(folder);
      await takeInText(host, 'long.txt', `${'слово '.repeat(300)}Ещё раз: 북한군 병사. ${'слово '.repeat(300)}`);
      const [hit] = await find(host, 'еще 북한군');
      expect(hit?.field).toBe('text');
      expect(hit?.marks.map(([start, end]) => hit.snippet.slice(start, end))).toEqual(['Ещё', '북한군']);
      expect(hit?.snippet.length).toBeLessThan(220);
      await host.close();
    }));

  it('lets edits through while the first search reads a large case, and finds them afterwards', () =>
    inTemporaryFolder(async (folder) => {
      const host = await newHostedCase(folder);
      for (let number = 0; number < 450; number += 1) await tell(host, 'notes/write', { text: `heron ${number} ${'word '.repeat(4_000)}` });
      const order: string[] = [];
      const searched = find(host, 'heron').then(() => order.push('searched'));
      await new Promise((resolve) => setImmediate(resolve));
      const note = await tell(host, 'notes/write', { text: 'A kingfisher came by.' });
      order.push('written');
      await searched;
      expect(order).toEqual(['written', 'searched']);
      expect(await ids(host, 'kingfisher')).toEqual([note.id]);
      await host.close();
    }));

  it('follows every edit, undo included, and the renaming of a speaker', () =>
    inTemporaryFolder(async (folder) => {
      const host = await newHostedCase(folder);
      expect(await ids(host, 'anything')).toEqual([]);
      const claim = await tell(host, 'claims/assert', { text: 'Captured at dawn.', asserter: { name: 'Observer' } });
      expect(await ids(host, 'dawn')).toEqual([claim.id]);
      await tell(host, 'claims/edit', { id: claim.id, text: 'Captured at dusk.' });
      expect(await ids(host, 'dawn')).toEqual([]);
      await tell(host, 'history/undo', {});
      expect(await ids(host, 'dawn')).toEqual([claim.id]);
      const speaker = good(await host.query('claims/show', { id: claim.id })).asserterId;
      await tell(host, 'entities/edit', { id: speaker, names: ['Heraldina'] });
      expect((await ids(host, 'heraldina')).toSorted()).toEqual([claim.id, speaker].toSorted());
      await host.close();
    }));

  it('takes an index of an older make for none, and makes it anew: nothing is lost', () =>
    inTemporaryFolder(async (folder) => {
      const host = await newHostedCase(folder);
      const note = await tell(host, 'notes/write', { text: 'A heron stands in the reeds.' });
      expect(await ids(host, 'reeds')).toEqual([note.id]);
      await host.close();
      expect(await versionThere(folder, 1)).toBe(2);
      expect(await versionThere(folder)).toBe(1);
      const again = await reopenHostedCase(folder);
      expect(await ids(again, 'reeds')).toEqual([note.id]);
      await again.close();
      expect(await versionThere(folder)).toBe(2);
    }));
});

/** The version of the segment on the shelf; `changed`: what is written there in its place. */
async function versionThere(folder: string, changedTo?: number): Promise<number | undefined> {
  const open = good(await openCase(join(folder, 'Exercise.case'), { passphrase: samplePassphrase }, countingFacts()));
  const content = open.searchShelf.open();
  const layer = typeof content === 'string' ? undefined : content.layers[0];
  const segment = layer?.read(0, layer.bytes)?.slice();
  const version = segment?.[4];
  if (segment && changedTo !== undefined) {
    segment[4] = changedTo;
    good(open.searchShelf.write(segment, { below: [], above: [] }, []));
  }
  good(await open.close());
  return version;
}
