import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blocksOfDocument, noteDocument } from '#renderer/desk/components/note-editor/note-document.ts';
import { noteBlocks } from '#shared/domain/note/note-blocks.ts';
import { noteMarkdown } from '#shared/domain/note/note-markdown.ts';

const id = '01940000-0000-7000-8000-000000000001';
const saved = (text: string) => noteMarkdown(blocksOfDocument(noteDocument(noteBlocks(text))));

describe('a note between the editor and the case', () => {
  it('comes back as it was written: headings, lists, tasks, quotes, tables, code and references', () => {
    const text = [
      '## Що відомо',
      '',
      `The card names Tyva, see [[${id}]] and [[${id}#2]].`,
      '',
      '- one',
      '- two',
      '  - under two',
      '',
      '3. third',
      '4. fourth',
      '',
      '- [ ] ask for the original',
      '- [x] compare the stamps',
      '',
      '> said on 11 January',
      '>',
      `> [[${id}#1]]`,
      '',
      '| name | 이름 |',
      '| --- | --- |',
      `| [[${id}]] | **김** |`,
      '',
      '```',
      '[[not a reference]] * _',
      '```',
      '',
      '---',
      '',
      'end',
    ].join('\n');
    expect(noteBlocks(saved(text))).toEqual(noteBlocks(text));
    expect(saved(saved(text))).toBe(saved(text));
  });

  it('keeps single line ends, signs of Markdown and of HTML that are meant as such', () => {
    for (const text of [
      'first\nsecond',
      '3 < 4 & 5 > 2',
      '<b>not bold</b> <script>x</script>',
      '1\\. no list',
      '\\# no heading',
      'a \\* b \\_ c',
      '&lt; stays a sign',
    ])
      expect(noteBlocks(saved(text)), text).toEqual(noteBlocks(text));
  });

  it('never turns words into markup: whatever is typed reads the same after it was saved', () => {
    const words = fc.string({ unit: fc.constantFrom(...'ab *_`#>[]()!<&;-+1.|~\\"북한Тува'), minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 4 }), (paragraphs) => {
        const typed = { type: 'doc', content: paragraphs.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })) };
        const read = noteBlocks(noteMarkdown(blocksOfDocument(typed)));
        const told = read.map((block) => (block.sort === 'paragraph' ? block.inline.map((piece) => ('text' in piece ? piece.text : '')).join('') : block.sort));
        expect(told).toEqual(paragraphs.map((text) => text.trim()).filter((text) => text !== ''));
      }),
      { numRuns: 300 },
    );
  });
});
