import type { NoteBlock, NoteInline, NoteItem } from '#shared/domain/note/note-blocks.ts';
import { noteWriting } from '#shared/dossier/note-writing.ts';
import type { RedactedDossier } from '#shared/dossier/redacted-dossier.ts';
import { momentInWords } from '../visible-text.ts';
import { nothing, type Xml, xml } from '../xml-text.ts';
import { end } from './claims-part.ts';
import { listed, paragraph, run, type Style, table, textWidth } from './word-markup.ts';
import { cite, headed, type Numbers } from './written-parts.ts';

export function notesPart({ notes }: RedactedDossier, numbers: Numbers): readonly Xml[] {
  return notes.flatMap(({ label, title, runs, about, by, changedAt, versions }) => [
    headed('Heading2', label, title ?? 'Note', numbers),
    ...written(noteWriting({ runs }), 'Normal', 0),
    paragraph('Caption', [
      run(`${by}, ${momentInWords(changedAt)}${versions > 1 ? `, version ${versions}` : ''}${about.length === 0 ? '' : '; about '}`),
      ...about.flatMap((one, index) => [index === 0 ? nothing : run(', '), end(one)]),
    ]),
  ]);
}

/** The analysts' own writing; `depth` counts the lists around it. */
function written(blocks: readonly NoteBlock[], style: Style, depth: number): readonly Xml[] {
  return blocks.flatMap((block) => paragraphs(block, style, depth));
}

function paragraphs(block: NoteBlock, style: Style, depth: number): readonly Xml[] {
  switch (block.sort) {
    case 'paragraph':
      return [depth === 0 ? paragraph(style, inline(block.inline)) : listed('', depth, inline(block.inline))];
    case 'heading':
      return [paragraph('Heading3', inline(block.inline))];
    case 'list':
      return block.items.flatMap((item, at) => itemParagraphs(item, block.ordered ? `${block.start + at}.` : '•', depth + 1));
    case 'quote':
      return written(block.blocks, 'Quote', depth);
    case 'code':
      return [paragraph(style, [run(block.text, { mono: true })])];
    case 'table': {
      const width = Math.floor(textWidth / Math.max(1, block.head.length));
      const rows = [block.head, ...block.rows].map((row) => row.map((cell) => xml`${inline(cell)}`));
      const widths = block.head.map((_, at) => (at === 0 ? textWidth - width * (block.head.length - 1) : width));
      return [table('Table of a note', widths, rows[0] ?? [], rows.slice(1)), paragraph('Gap', [])];
    }
    case 'rule':
      return [paragraph('Rule', [])];
  }
}

/** The sign of an item, or the box of a task, before its first words; what follows them stands under them. */
function itemParagraphs({ done, blocks }: NoteItem, sign: string, depth: number): readonly Xml[] {
  const [first, ...rest] = blocks;
  const words = first?.sort === 'paragraph' ? inline(first.inline) : [];
  const others = first?.sort === 'paragraph' ? rest : blocks;
  return [listed(done === null ? sign : done ? '☑' : '☐', depth, words), ...written(others, 'Normal', depth)];
}

function inline(pieces: readonly NoteInline[]): readonly Xml[] {
  return pieces.map((piece) => {
    if (piece.sort === 'break') return run('\n');
    if (piece.sort === 'reference') return cite(piece.id);
    const [strong, em, strike] = [piece.styles.includes('strong'), piece.styles.includes('em'), piece.styles.includes('strike')];
    return run(piece.sort === 'link' ? `${piece.text} (${piece.address})` : piece.text, { mono: piece.sort === 'code', bold: strong, italic: em, strike });
  });
}
