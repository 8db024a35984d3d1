import { FileBox, FileText, Link2, MessageSquareQuote, Newspaper, NotebookPen, Users } from 'lucide-react';
import type { ObjectKind } from '#shared/domain/case/case-record.ts';

const icons = {
  source: Newspaper,
  evidence: FileBox,
  claim: MessageSquareQuote,
  link: Link2,
  note: NotebookPen,
  entity: Users,
  dossier: FileText,
} as const;

/** The picture of a kind of object, the same everywhere. Words beside it say the same, so it is hidden from reading aloud. */
export function KindIcon({ kind, size = 14 }: { readonly kind: ObjectKind; readonly size?: number }) {
  const Icon = icons[kind];
  return <Icon className="kind-icon" aria-hidden size={size} strokeWidth={1.9} />;
}
