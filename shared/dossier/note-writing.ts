import { type NoteBlock, type NoteInline, noteBlocks, withInline } from '#shared/domain/note/note-blocks.ts';
import type { DossierNote, Label } from './dossier-content.ts';

/**
 * What a note of a dossier is made of, taken apart after everything withheld has gone from it. The id of a reference is the label that it
 * leads to. Headings count from 1, without a gap, so that a format can set them below its own.
 */
export function noteWriting({ runs }: Pick<DossierNote, 'runs'>): readonly NoteBlock[] {
  const labels: Label[] = [];
  const text = runs.map((run) => ('cite' in run ? `[[${placeOf(labels.push(run.cite) - 1)}]]` : run.text)).join('');
  const blocks = withInline(noteBlocks(text), (piece) => labelled(piece, labels));
  const depths = [...new Set(headingDepths(blocks))].sort((a, b) => a - b);
  return blocks.map((block) => ranked(block, depths));
}

/** An id that stands for the place in a list of labels: `noteBlocks` reads ids only. */
function placeOf(index: number): string {
  return `00000000-0000-0000-0000-${index.toString(16).padStart(12, '0')}`;
}

function headingDepths(blocks: readonly NoteBlock[]): readonly number[] {
  return blocks.flatMap((block) => {
    if (block.sort === 'heading') return [block.depth];
    if (block.sort === 'quote') return headingDepths(block.blocks);
    return block.sort === 'list' ? block.items.flatMap((item) => headingDepths(item.blocks)) : [];
  });
}

function ranked(block: NoteBlock, depths: readonly number[]): NoteBlock {
  if (block.sort === 'heading') return { ...block, depth: depths.indexOf(block.depth) + 1 };
  if (block.sort === 'quote') return { ...block, blocks: block.blocks.map((each) => ranked(each, depths)) };
  if (block.sort !== 'list') return block;
  return { ...block, items: block.items.map((item) => ({ ...item, blocks: item.blocks.map((each) => ranked(each, depths)) })) };
}

function labelled(piece: NoteInline, labels: readonly Label[]): NoteInline {
  if (piece.sort !== 'reference') return piece;
  return { ...piece, id: labels[Number.parseInt(piece.id.slice(-12), 16)] ?? '', place: null };
}
