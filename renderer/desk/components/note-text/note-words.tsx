import type { ReactNode } from 'react';
import type { Label } from '#shared/contract/case.ts';
import type { Anchor } from '#shared/domain/evidence/anchor.ts';
import type { NoteInline, NoteStyle } from '#shared/domain/note/note-blocks.ts';
import { deskWords } from '#shared/wording/english/desk.ts';
import { AnchorView } from '../anchor-view/anchor-view.tsx';
import { Chip } from '../chip/chip.tsx';
import { NameInLines } from '../name/name.tsx';
import { keyed } from './keyed.ts';

/** What references of a note are resolved with. `anchors` are the note's own; a reference with a place shows one of them. */
export type References = { readonly labels: ReadonlyMap<string, Label>; readonly loading: boolean; readonly anchors: readonly Anchor[] };

export function Words({ inline, references }: { readonly inline: readonly NoteInline[]; readonly references: References }) {
  return keyed(inline).map(({ key, of }) => <Word key={key} piece={of} references={references} />);
}

function Word({ piece, references }: { readonly piece: NoteInline; readonly references: References }) {
  if (piece.sort === 'break') return <br />;
  if (piece.sort === 'reference') return <Reference {...piece} references={references} />;
  if (piece.sort === 'code')
    return (
      <code>
        <NameInLines text={piece.text} />
      </code>
    );
  const words =
    piece.sort === 'link' ? (
      <span className="note-link" title={piece.address}>
        <NameInLines text={piece.text} /> <span className="faint">({piece.address})</span>
      </span>
    ) : (
      <NameInLines text={piece.text} />
    );
  return piece.styles.reduceRight<ReactNode>(styled, words);
}

function styled(inner: ReactNode, style: NoteStyle): ReactNode {
  if (style === 'strong') return <strong>{inner}</strong>;
  return style === 'em' ? <em>{inner}</em> : <s>{inner}</s>;
}

function Reference({ id, place, references }: { readonly id: string; readonly place: number | null; readonly references: References }) {
  const anchor = place === null ? undefined : references.anchors[place - 1];
  if (anchor) return <AnchorView anchor={anchor} />;
  const label = references.labels.get(id);
  if (label) return <Chip kind={label.kind} id={label.id} label={label.label} />;
  return <span className="faint">{references.loading ? '…' : deskWords.objectGone}</span>;
}
