import { expect, it } from 'vitest';
import { noteWriting } from '#shared/dossier/note-writing.ts';

const words = (text: string) => ({ sort: 'text', text, styles: [] });

it('takes writing apart with the numbers of the dossier in their places, also inside lists, quotes and tables', () => {
  const runs = [
    { text: '- [x] see ' },
    { cite: 'C5' },
    { text: '\n\n> **by ' },
    { cite: 'E2' },
    { text: '**\n\n| a |\n| --- |\n| ' },
    { cite: 'L3' },
    { text: ' |\n' },
  ];
  const reference = (id: string) => ({ sort: 'reference', id, place: null });
  expect(noteWriting({ runs })).toEqual([
    { sort: 'list', ordered: false, start: 1, items: [{ done: true, blocks: [{ sort: 'paragraph', inline: [words('see '), reference('C5')] }] }] },
    { sort: 'quote', blocks: [{ sort: 'paragraph', inline: [{ ...words('by '), styles: ['strong'] }, reference('E2')] }] },
    { sort: 'table', head: [[words('a')]], rows: [[[reference('L3')]]] },
  ]);
});

it('ranks headings without a gap, whatever depth they were written at', () => {
  const blocks = noteWriting({ runs: [{ text: '## Above\n\n##### Below\n\n- # Above all\n\n> ## Quoted' }] });
  const depths = JSON.stringify(blocks).match(/"depth":\d/g);
  expect(depths).toEqual(['"depth":2', '"depth":3', '"depth":1', '"depth":2']);
});
