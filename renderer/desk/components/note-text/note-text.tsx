import { useMemo } from 'react';
import { deskWords } from '#shared/wording/english/desk.ts';
import { useQuery } from '../../bridge/use-query.ts';
import { Chip } from '../chip/chip.tsx';
import { piecesOf, referredIds } from './reference-text.ts';
import './note-text.css';

/** A note as it reads: words as written, references as chips that open what they point at. */
export function NoteText({ text }: { readonly text: string }) {
  const pieces = useMemo(() => piecesOf(text), [text]);
  const ids = useMemo(() => referredIds(text), [text]);
  const labels = useQuery('objects/labels', ids.length === 0 ? null : { ids: [...ids] });
  const byId = new Map((labels.value ?? []).map((label) => [label.id, label]));
  return (
    <div className="note-text">
      {pieces.map((piece) => {
        if ('text' in piece) return <span key={piece.at}>{piece.text}</span>;
        const label = byId.get(piece.id);
        return label ? (
          <Chip key={piece.at} kind={label.kind} id={label.id} label={label.label} />
        ) : (
          <span key={piece.at} className="faint">
            {labels.state === 'loading' ? '…' : deskWords.objectGone}
          </span>
        );
      })}
    </div>
  );
}
