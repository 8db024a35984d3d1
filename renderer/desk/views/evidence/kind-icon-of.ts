import { File, FileText, Film, Image, type LucideIcon, MessageSquareText, Newspaper } from 'lucide-react';
import type { EvidenceKind } from '#shared/domain/evidence/evidence-item.ts';

export const evidenceIcons: { readonly [K in EvidenceKind]: LucideIcon } = {
  article: Newspaper,
  post: MessageSquareText,
  image: Image,
  video: Film,
  document: FileText,
  other: File,
};
