import { done, type Reply, refused } from '#shared/kernel/reply.ts';
import { marksOut } from './apply-redactions.ts';
import type { ComposedDossier } from './composed-dossier.ts';
import type { DossierExhibit, Label } from './dossier-content.ts';
import { findUncited } from './uncited.ts';

/** A marked exhibit of this dossier, and what is decided about it. `redacted` are its redacted copies, which the dossier shows. */
export type MarkedExhibit = Pick<DossierExhibit, 'label' | 'id' | 'name' | 'atRisk'> & {
  readonly redacted: readonly Label[];
  readonly decision: 'redacted' | 'left-out' | 'let-out' | 'shown' | 'open';
};

/**
 * Every marked exhibit with its decision. Under a profile that holds marked exhibits back, one that has neither a redacted copy nor a reason to
 * leave as it is stays open until the plan says that such exhibits are left out; it never leaves while it is open.
 */
export function markedExhibits(dossier: ComposedDossier): readonly MarkedExhibit[] {
  const { content, overridden, leavesOutMarked } = dossier;
  return content.exhibits
    .filter(({ atRisk }) => atRisk.length > 0)
    .map(({ label, id, name, atRisk }) => {
      const redacted = redactedCopiesOf(dossier, label);
      const decide = (): MarkedExhibit['decision'] => {
        if (!marksOut(dossier)) return 'shown';
        if (overridden.includes(id)) return 'let-out';
        if (redacted.length > 0) return 'redacted';
        return leavesOutMarked ? 'left-out' : 'open';
      };
      return { ...{ label, id, name, atRisk, redacted }, decision: decide() };
    });
}

const showsPeople: readonly DossierExhibit['kind'][] = ['image', 'video'];

/**
 * Pictures and recordings that would leave as they are because nobody marked them, under a profile that holds marked ones back. They stop nothing:
 * most show nobody at risk, but only a person can tell, and what is published cannot be called back.
 */
export function unmarkedPictures(dossier: ComposedDossier): readonly Pick<DossierExhibit, 'label' | 'id' | 'name'>[] {
  if (!marksOut(dossier)) return [];
  const { exhibits } = dossier.content;
  return exhibits
    .filter(({ kind, mime, atRisk, redaction }) => (showsPeople.includes(kind) || mime.startsWith('audio/')) && atRisk.length === 0 && redaction === null)
    .map(({ label, id, name }) => ({ label, id, name }));
}

/** The dossier itself; else `uncited` with what rests on nothing, or `at-risk` with exhibits about which nothing is decided. */
export function passGate(dossier: ComposedDossier): Reply<ComposedDossier> {
  const uncited = findUncited(dossier).map(({ label }) => label);
  if (uncited.length > 0) return refused({ kind: 'uncited', labels: uncited });
  const open = markedExhibits(dossier).flatMap(({ label, decision }) => (decision === 'open' ? [label] : []));
  return open.length > 0 ? refused({ kind: 'at-risk', labels: open }) : done(dossier);
}

function redactedCopiesOf({ content }: ComposedDossier, label: Label): readonly Label[] {
  return content.exhibits.flatMap((copy) => (copy.redaction !== null && copy.derivedFrom?.label === label && copy.atRisk.length === 0 ? [copy.label] : []));
}
