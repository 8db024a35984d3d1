import { ShieldCheck } from 'lucide-react';
import { evidenceWords } from '#shared/wording/english/views/evidence-words.ts';

/**
 * The page as it was saved. The empty sandbox takes scripts, forms, pop-ups and its origin from it; the protocol's own policy keeps it
 * from reaching anything (tests/e2e: a hostile page runs nothing and calls nobody).
 */
export function FaithfulPage({ id }: { readonly id: string }) {
  return (
    <div className="faithful">
      <p className="viewer-note">
        <ShieldCheck aria-hidden size={14} />
        {evidenceWords.page.note}
      </p>
      <iframe className="faithful-frame" sandbox="" src={`./evidence/${id}/page`} title={evidenceWords.page.frame} />
    </div>
  );
}
