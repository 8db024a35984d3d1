import type { JSONContent } from '@tiptap/core';
import type { NoteBlock, NoteInline, NoteItem, NoteStyle } from '#shared/domain/note/note-blocks.ts';

const noteStyles: readonly NoteStyle[] = ['strong', 'em', 'strike'];
const markNames: { readonly [S in NoteStyle]: string } = { strong: 'bold', em: 'italic', strike: 'strike' };

/** Blocks of a note as the editor's document. Reading view and editor share one parser, so that both show the same. */
export function noteDocument(blocks: readonly NoteBlock[]): JSONContent {
  const content = blocks.flatMap(nodesOf);
  return { type: 'doc', content: content.length === 0 ? [{ type: 'paragraph' }] : content };
}

function nodesOf(block: NoteBlock): JSONContent[] {
  switch (block.sort) {
    case 'paragraph':
      return [{ type: 'paragraph', content: block.inline.flatMap(inlineNode) }];
    case 'heading':
      // A heading is one line: what would break it becomes a space.
      return [{ type: 'heading', attrs: { level: Math.min(block.depth, 4) }, content: block.inline.map(unbroken).flatMap(inlineNode) }];
    case 'list':
      return runsOf(block.items).map((items) => listNode(items, block.ordered, block.start));
    case 'quote':
      return [{ type: 'blockquote', content: filled(block.blocks) }];
    case 'code':
      return [{ type: 'codeBlock', ...(block.text !== '' && { content: [{ type: 'text', text: block.text }] }) }];
    case 'rule':
      return [{ type: 'horizontalRule' }];
    case 'table':
      return [
        {
          type: 'table',
          content: [rowNode(block.head, 'tableHeader'), ...block.rows.map((row) => rowNode(row, 'tableCell'))],
        },
      ];
  }
}

function rowNode(cells: readonly (readonly NoteInline[])[], type: string): JSONContent {
  return { type: 'tableRow', content: cells.map((inline) => ({ type, content: [{ type: 'paragraph', content: inline.flatMap(inlineNode) }] })) };
}

/** Tasks and other items are lists of their own in the editor. */
function runsOf(items: readonly NoteItem[]): readonly (readonly NoteItem[])[] {
  const runs: NoteItem[][] = [];
  for (const item of items) {
    const last = runs.at(-1);
    if (last && (last[0]?.done === null) === (item.done === null)) last.push(item);
    else runs.push([item]);
  }
  return runs;
}

function listNode(items: readonly NoteItem[], ordered: boolean, start: number): JSONContent {
  if (items[0]?.done !== null && items[0]?.done !== undefined)
    return { type: 'taskList', content: items.map(({ done, blocks }) => ({ type: 'taskItem', attrs: { checked: done === true }, content: filled(blocks) })) };
  const content = items.map(({ blocks }) => ({ type: 'listItem', content: filled(blocks) }));
  return ordered ? { type: 'orderedList', attrs: { start }, content } : { type: 'bulletList', content };
}

/** Items and quotes begin with a paragraph in the editor. */
function filled(blocks: readonly NoteBlock[]): JSONContent[] {
  const nodes = blocks.flatMap(nodesOf);
  return nodes[0]?.type === 'paragraph' ? nodes : [{ type: 'paragraph' }, ...nodes];
}

function unbroken(piece: NoteInline): NoteInline {
  return piece.sort === 'break' ? { sort: 'text', text: ' ', styles: [] } : piece;
}

function inlineNode(piece: NoteInline): JSONContent[] {
  if (piece.sort === 'break') return [{ type: 'hardBreak' }];
  if (piece.sort === 'reference') return [{ type: 'reference', attrs: { id: piece.id, place: piece.place } }];
  if (piece.text === '') return [];
  const styles = piece.styles.map((style) => ({ type: markNames[style] }));
  if (piece.sort === 'code') return [{ type: 'text', text: piece.text, marks: [{ type: 'code' }] }];
  if (piece.sort === 'link') return [{ type: 'text', text: piece.text, marks: [...styles, { type: 'link', attrs: { href: piece.address } }] }];
  return [{ type: 'text', text: piece.text, marks: styles }];
}

/** The editor's document as blocks; what the editor holds and a note cannot is left out. */
export function blocksOfDocument(document: JSONContent): readonly NoteBlock[] {
  return (document.content ?? []).flatMap(blockOf);
}

function blockOf(node: JSONContent): readonly NoteBlock[] {
  const inside = node.content ?? [];
  switch (node.type) {
    case 'paragraph':
      return inside.length === 0 ? [] : [{ sort: 'paragraph', inline: inside.flatMap(pieceOf) }];
    case 'heading':
      return inside.length === 0 ? [] : [{ sort: 'heading', depth: Number(node.attrs?.['level'] ?? 1), inline: inside.flatMap(pieceOf) }];
    case 'bulletList':
    case 'orderedList':
    case 'taskList':
      return [{ sort: 'list', ordered: node.type === 'orderedList', start: Number(node.attrs?.['start'] ?? 1), items: inside.map(itemOf) }];
    case 'blockquote':
      return [{ sort: 'quote', blocks: inside.flatMap(blockOf) }];
    case 'codeBlock':
      return [{ sort: 'code', text: inside.map(({ text }) => text ?? '').join('') }];
    case 'horizontalRule':
      return [{ sort: 'rule' }];
    case 'table': {
      const [head = [], ...rows] = inside.map((row) => (row.content ?? []).map(cellOf));
      return [{ sort: 'table', head, rows }];
    }
    default:
      return [];
  }
}

function itemOf(node: JSONContent): NoteItem {
  return { done: node.type === 'taskItem' ? node.attrs?.['checked'] === true : null, blocks: (node.content ?? []).flatMap(blockOf) };
}

/** A cell is one line in Markdown: paragraphs in it follow each other. */
function cellOf(node: JSONContent): readonly NoteInline[] {
  return (node.content ?? []).flatMap((block) => (block.content ?? []).flatMap(pieceOf));
}

function pieceOf(node: JSONContent): readonly NoteInline[] {
  if (node.type === 'hardBreak') return [{ sort: 'break' }];
  if (node.type === 'reference') {
    const place = node.attrs?.['place'];
    return [{ sort: 'reference', id: String(node.attrs?.['id']), place: typeof place === 'number' ? place : null }];
  }
  if (node.text === undefined) return [];
  const marks = node.marks ?? [];
  const styles = noteStyles.filter((style) => marks.some((mark) => mark.type === markNames[style]));
  const link = marks.find((mark) => mark.type === 'link')?.attrs?.['href'];
  if (marks.some((mark) => mark.type === 'code')) return [{ sort: 'code', text: node.text, styles: [] }];
  return typeof link === 'string' ? [{ sort: 'link', text: node.text, address: link, styles }] : [{ sort: 'text', text: node.text, styles }];
}
