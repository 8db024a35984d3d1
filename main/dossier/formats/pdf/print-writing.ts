import type { NoteBlock, NoteInline } from '#shared/domain/note/note-blocks.ts';
import type { Print } from './print-phrases.ts';

/** The analysts' own writing for the template: every text of it printable, addresses beside the words they were behind. */
export function printWriting(blocks: readonly NoteBlock[], print: Print): readonly object[] {
  return blocks.map((block) => printed(block, print));
}

function printed(block: NoteBlock, print: Print): object {
  switch (block.sort) {
    case 'paragraph':
    case 'heading':
      return { ...block, inline: inline(block.inline, print) };
    case 'list':
      return { ...block, items: block.items.map(({ done, blocks: inner }) => ({ done, blocks: printWriting(inner, print) })) };
    case 'quote':
      return { ...block, blocks: printWriting(block.blocks, print) };
    case 'code':
      return { ...block, text: print(block.text) };
    case 'table':
      return { ...block, head: block.head.map((cell) => inline(cell, print)), rows: block.rows.map((row) => row.map((cell) => inline(cell, print))) };
    case 'rule':
      return block;
  }
}

function inline(pieces: readonly NoteInline[], print: Print): readonly object[] {
  return pieces.map((piece) => {
    if (piece.sort === 'break') return { sort: 'break' };
    if (piece.sort === 'reference') return { sort: 'cite', label: piece.id };
    const text = piece.sort === 'link' ? `${piece.text} (${piece.address})` : piece.text;
    return {
      sort: 'text',
      text: print(text),
      strong: piece.styles.includes('strong'),
      em: piece.styles.includes('em'),
      strike: piece.styles.includes('strike'),
    };
  });
}
