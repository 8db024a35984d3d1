import type { NoteBlock, NoteCell, NoteInline, NoteItem } from './note-blocks.ts';

/** Blocks as the Markdown that {@link noteBlocks} reads back to the same blocks. */
export function noteMarkdown(blocks: readonly NoteBlock[]): string {
  return blocksText(blocks).join('\n');
}

/** Lines, with an empty one between blocks. */
function blocksText(blocks: readonly NoteBlock[]): readonly string[] {
  let other = false;
  return blocks.flatMap((block, at) => {
    // Two lists in a row would be one but for another sign.
    other = block.sort === 'list' && blocks[at - 1]?.sort === 'list' && !other;
    const lines = block.sort === 'list' ? listLines(block, other) : linesOf(block);
    return at === 0 ? lines : ['', ...lines];
  });
}

function linesOf(block: NoteBlock): readonly string[] {
  switch (block.sort) {
    case 'paragraph':
      return inlineText(block.inline).split('\n').map(lineStart);
    case 'heading':
      return [`${'#'.repeat(block.depth)} ${inlineText(block.inline).replaceAll('\n', ' ').replace(/(#+)$/u, '\\$1')}`];
    case 'list':
      return listLines(block, false);
    case 'quote':
      return blocksText(block.blocks).map((line) => (line === '' ? '>' : `> ${line}`));
    case 'code': {
      const fence = '`'.repeat(Math.max(3, ...[...block.text.matchAll(/`+/gu)].map((run) => run[0].length + 1)));
      return [fence, ...block.text.split('\n'), fence];
    }
    case 'table':
      return [rowText(block.head), `|${block.head.map(() => ' --- ').join('|')}|`, ...block.rows.map(rowText)];
    case 'rule':
      return ['---'];
  }
}

function listLines({ items, ordered, start }: NoteBlock & { readonly sort: 'list' }, other: boolean): readonly string[] {
  return items.flatMap((item, at) => itemLines(item, ordered ? `${start + at}${other ? ')' : '.'} ` : other ? '* ' : '- '));
}

function itemLines({ done, blocks }: NoteItem, sign: string): readonly string[] {
  const task = done === null ? '' : done ? '[x] ' : '[ ] ';
  const [first = '', ...rest] = tight(blocks);
  const indent = ' '.repeat(sign.length);
  return [`${sign}${task}${first}`.trimEnd(), ...rest.map((line) => (line === '' ? '' : indent + line))];
}

/** A list right under the words of an item needs no empty line. */
function tight(blocks: readonly NoteBlock[]): readonly string[] {
  const [words, list, ...more] = blocks;
  if (words?.sort === 'paragraph' && list?.sort === 'list' && more.length === 0) return [...linesOf(words), ...linesOf(list)];
  return blocksText(blocks);
}

function rowText(cells: readonly NoteCell[]): string {
  return `|${cells.map((cell) => ` ${inlineText(cell).replaceAll('\n', ' ')} `).join('|')}|`;
}

const signs = { strong: '**', em: '*', strike: '~~' } as const;

function inlineText(pieces: readonly NoteInline[]): string {
  return pieces.map(pieceText).join('');
}

function pieceText(piece: NoteInline): string {
  if (piece.sort === 'break') return '\n';
  if (piece.sort === 'reference') return `[[${piece.id}${piece.place === null ? '' : `#${piece.place}`}]]`;
  const core =
    piece.sort === 'code' ? codeText(piece.text) : piece.sort === 'link' ? `[${escaped(piece.text)}](<${address(piece.address)}>)` : escaped(piece.text);
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
