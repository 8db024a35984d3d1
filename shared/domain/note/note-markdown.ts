import type { NoteBlock, NoteCell, NoteInline, NoteItem } from './note-blocks.ts';

/** Makes words mean nothing but themselves. */
type Escape = (words: string) => string;

/** Blocks as the Markdown that {@link noteBlocks} reads back to the same blocks; for a reader of another dialect with its own way to write words. */
export function noteMarkdown(blocks: readonly NoteBlock[], plainly: Escape = escaped): string {
  return blocksText(blocks, plainly).join('\n');
}

/** Lines, with an empty one between blocks. */
function blocksText(blocks: readonly NoteBlock[], plainly: Escape): readonly string[] {
  let other = false;
  return blocks.flatMap((block, at) => {
    // Two lists in a row would be one but for another sign.
    other = block.sort === 'list' && blocks[at - 1]?.sort === 'list' && !other;
    const lines = block.sort === 'list' ? listLines(block, other, plainly) : linesOf(block, plainly);
    return at === 0 ? lines : ['', ...lines];
  });
}

function linesOf(block: NoteBlock, plainly: Escape): readonly string[] {
  switch (block.sort) {
    case 'paragraph':
      return inlineText(block.inline, plainly).split('\n').map(lineStart);
    case 'heading':
      return [`${'#'.repeat(block.depth)} ${inlineText(block.inline, plainly).replaceAll('\n', ' ').replace(/(#+)$/u, '\\$1')}`];
    case 'list':
      return listLines(block, false, plainly);
    case 'quote':
      return blocksText(block.blocks, plainly).map((line) => (line === '' ? '>' : `> ${line}`));
    case 'code': {
      const fence = '`'.repeat(Math.max(3, ...[...block.text.matchAll(/`+/gu)].map((run) => run[0].length + 1)));
      return [fence, ...block.text.split('\n'), fence];
    }
    case 'table':
      return [rowText(block.head, plainly), `|${block.head.map(() => ' --- ').join('|')}|`, ...block.rows.map((row) => rowText(row, plainly))];
    case 'rule':
      return ['---'];
  }
}

function listLines({ items, ordered, start }: NoteBlock & { readonly sort: 'list' }, other: boolean, plainly: Escape): readonly string[] {
  return items.flatMap((item, at) => itemLines(item, ordered ? `${start + at}${other ? ')' : '.'} ` : other ? '* ' : '- ', plainly));
}

function itemLines({ done, blocks }: NoteItem, sign: string, plainly: Escape): readonly string[] {
  const task = done === null ? '' : done ? '[x] ' : '[ ] ';
  const [first = '', ...rest] = tight(blocks, plainly);
  const indent = ' '.repeat(sign.length);
  return [`${sign}${task}${first}`.trimEnd(), ...rest.map((line) => (line === '' ? '' : indent + line))];
}

/** A list right under the words of an item needs no empty line. */
function tight(blocks: readonly NoteBlock[], plainly: Escape): readonly string[] {
  const [words, list, ...more] = blocks;
  if (words?.sort === 'paragraph' && list?.sort === 'list' && more.length === 0) return [...linesOf(words, plainly), ...linesOf(list, plainly)];
  return blocksText(blocks, plainly);
}

function rowText(cells: readonly NoteCell[], plainly: Escape): string {
  return `|${cells.map((cell) => ` ${inlineText(cell, plainly).replaceAll('\n', ' ')} `).join('|')}|`;
}

const signs = { strong: '**', em: '*', strike: '~~' } as const;

function inlineText(pieces: readonly NoteInline[], plainly: Escape): string {
  return pieces.map((piece) => pieceText(piece, plainly)).join('');
}

function pieceText(piece: NoteInline, plainly: Escape): string {
  if (piece.sort === 'break') return '\n';
  if (piece.sort === 'reference') return `[[${piece.id}${piece.place === null ? '' : `#${piece.place}`}]]`;
  const core =
    piece.sort === 'code' ? codeText(piece.text) : piece.sort === 'link' ? `[${plainly(piece.text)}](<${address(piece.address)}>)` : plainly(piece.text);
  // Signs stand at the words themselves: `** bold**` is no bold.
  const [, before = '', words = '', after = ''] = /^(\s*)(.*?)(\s*)$/su.exec(core) ?? [];
  if (words === '') return core;
  const style = piece.styles.map((each) => signs[each]);
  return `${before}${style.join('')}${words}${style.toReversed().join('')}${after}`;
}

function codeText(text: string): string {
  const fence = '`'.repeat(Math.max(0, ...[...text.matchAll(/`+/gu)].map((run) => run[0].length)) + 1);
  const room = text.startsWith('`') || text.endsWith('`') || (text.startsWith(' ') && text.endsWith(' ')) ? ' ' : '';
  return `${fence}${room}${text}${room}${fence}`;
}

function address(text: string): string {
  return text.replaceAll(/[<>\n\\]/gu, (sign) => encodeURIComponent(sign));
}

/** Every sign that could mean something to Markdown is kept from it. */
function escaped(text: string): string {
  return text.replaceAll(/[\\`*_[\]<~|]|&(?=[#a-z0-9])|!(?=\[)/giu, '\\$&');
}

/** Signs that mean something at the beginning of a line only. */
function lineStart(line: string): string {
  return line
    .trim()
    .replace(/^([#>+=-]|\d{1,9}(?=[.)]))/u, (sign) => (/^\d/u.test(sign) ? sign : `\\${sign}`))
    .replace(/^(\d{1,9})([.)])/u, '$1\\$2');
}
