import { describe, expect, it } from 'vitest';
import { newHostedCase, reopenHostedCase, takeInText, tell } from '#tests/harness/hosted-case.ts';
import { good, inTemporaryFolder } from '#tests/harness/stored-case.ts';

describe('saved searches', () => {
  it('keep what was typed letter for letter, under a name that no other has, and go with the case', () =>
    inTemporaryFolder(async (folder) => {
      const host = await newHostedCase(folder);
      const query = '"military card" asserter:Зеленський  finding:disputed';
      const { id } = await tell(host, 'search/save', { title: '  Картка  ', query });
      const other = await tell(host, 'search/save', { title: 'Herons', query: 'heron' });
      const taken = { ok: false, problem: { kind: 'refused', rule: 'search-name-taken' } };
      expect(await host.command('search/save', { title: 'картка', query: 'x' })).toEqual(taken);
      expect(await host.command('search/rename', { id: other.id, title: 'КАРТКА' })).toEqual(taken);
      await tell(host, 'search/rename', { id, title: 'Картка ' });
      await tell(host, 'search/save', { id: other.id, title: 'Herons', query: 'heron before:2025-02' });
      await host.close();
      const again = await reopenHostedCase(folder);
      expect(good(await again.query('search/saved', {}))).toMatchObject([
        { id, title: 'Картка', query, by: 'A. Analyst' },
        { id: other.id, title: 'Herons', query: 'heron before:2025-02' },
      ]);
      await tell(again, 'search/remove', { id });
      expect(await again.command('search/remove', { id })).toMatchObject({ problem: { kind: 'not-found', what: 'search' } });
      expect(await again.command('search/rename', { id, title: 'x' })).toMatchObject({ problem: { kind: 'not-found', what: 'search' } });
      expect(good(await again.query('search/saved', {})).map(({ title }) => title)).toEqual(['Herons']);
      await again.close();
    }));

  it('tell how much each finds now: by words, by conditions and by both', () =>
    inTemporaryFolder(async (folder) => {
      const host = await newHostedCase(folder);
      await takeInText(host, 'one.txt', 'Путін приїхав.');
      for (let number = 0; number < 60; number += 1) await tell(host, 'notes/write', { text: `heron ${number}` });
      await tell(host, 'claims/assert', { text: 'A heron came.', asserter: { name: 'AFP' } });
      const asked = {
        words: 'heron',
        both: 'heron kind:note',
        conditions: 'kind:note',
        'other script': 'putin',
        slip: 'heorn',
        none: 'kingfisher',
        signs: '"*(',
      };
      for (const [title, query] of Object.entries(asked)) await tell(host, 'search/save', { title, query });
      const hits = async () => {
        const counted = new Map(good(await host.query('search/saved-hits', {})).map((each) => [each.id, each.hits]));
        return Object.fromEntries(good(await host.query('search/saved', {})).map(({ id, title }) => [title, counted.get(id)]));
      };
      expect(await hits()).toEqual({ words: 61, both: 60, conditions: 60, 'other script': 1, slip: 61, none: 0, signs: 0 });
      await tell(host, 'notes/write', { text: 'One more heron' });
      expect(await hits()).toMatchObject({ words: 62, both: 61, conditions: 61 });
      await host.close();
    }));
});
