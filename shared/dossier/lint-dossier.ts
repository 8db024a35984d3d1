import { lintProse, mixedRows, type ProseFinding } from '#shared/domain/rating/lint-prose.ts';
import { statementsOf } from './compose-dossier.ts';
import type { ComposedDossier } from './composed-dossier.ts';
import type { Label } from './dossier-content.ts';

export type ProseAdvice = ProseFinding & { readonly label: Label };

/** What ICD 203 would have said otherwise in the analysts' own sentences. Claims are others' words and are left as they are. */
export function lintDossier({ content }: Pick<ComposedDossier, 'content'>): readonly ProseAdvice[] {
  const bands = new Map(content.judgments.map(({ label, likelihood }) => [label, likelihood]));
  const own = statementsOf(content);
  const each = own.flatMap(({ label, text, cites }): readonly ProseAdvice[] => {
    const band = bands.get(label) ?? null;
    const noBasis: readonly ProseAdvice[] = band !== null && cites.length === 0 ? [{ label, rule: 'no-basis', words: '' }] : [];
    return [...noBasis, ...lintProse(text, band).map((finding) => ({ ...finding, label }))];
  });
  const basis = content.judgments.flatMap(({ label, basis: words }) => lintProse(words).map((finding) => ({ ...finding, label })));
  const mixed = mixedRows(own.map(({ text }) => text));
  return [...each, ...basis, ...(mixed ? [{ ...mixed, label: '' }] : [])];
}
