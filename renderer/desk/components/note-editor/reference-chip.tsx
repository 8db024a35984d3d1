import { type NodeViewProps, NodeViewWrapper, ReactNodeViewRenderer } from '@tiptap/react';
import { deskWords } from '#shared/wording/english/desk.ts';
import { notesWords } from '#shared/wording/english/views/notes-words.ts';
import { useShownName } from '../../bridge/shown-name.ts';
import { useQuery } from '../../bridge/use-query.ts';
import { KindIcon } from '../chip/kind-icon.tsx';
import { ReferenceNode } from './note-schema.ts';

/** A reference while the note is being written: the object's label, moved and removed like one letter. */
function ReferenceChip({ node, selected }: NodeViewProps) {
  const id = String(node.attrs['id']);
  const labels = useQuery('objects/labels', { ids: [id] });
  const label = labels.value?.[0];
  const shownName = useShownName();
  return (
    <NodeViewWrapper as="span" className={`chip note-reference${selected ? ' note-reference-chosen' : ''}`}>
      {label && <KindIcon kind={label.kind} size={12} />}
      <span className="cut">{label ? shownName(named(label.label, node.attrs['place'])) : labels.state === 'loading' ? '…' : deskWords.objectGone}</span>
    </NodeViewWrapper>
  );
}

function named(label: string, place: unknown): string {
  return typeof place === 'number' ? notesWords.place(label, place) : label;
}

export const ShownReference = ReferenceNode.extend({ addNodeView: () => ReactNodeViewRenderer(ReferenceChip, { as: 'span' }) });
