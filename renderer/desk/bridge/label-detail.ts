import type { Label } from '#shared/contract/case.ts';
import type { DossierProfile } from '#shared/domain/case/dossier-plan.ts';
import type { EntityKind } from '#shared/domain/entity/entity.ts';
import type { EvidenceKind } from '#shared/domain/evidence/evidence-item.ts';
import type { Source } from '#shared/domain/source/source.ts';
import { entityKindTerms } from '#shared/wording/english/entity-terms.ts';
import { evidenceKindTerms, profileTerms, sourceKindTerms } from '#shared/wording/english/terms.ts';

/** What stands beside a label: the case process tells codes, which are said in the language of the window. */
export function labelDetail({ kind, detail }: Pick<Label, 'kind' | 'detail'>): string {
  if (kind === 'entity') return entityKindTerms[detail as EntityKind] ?? detail;
  // A source without a publisher is told by its kind.
  if (kind === 'source') return sourceKindTerms[detail as Source['kind']] ?? detail;
  if (kind === 'evidence') return evidenceKindTerms[detail as EvidenceKind] ?? detail;
  if (kind === 'dossier') return profileTerms[detail as DossierProfile]?.label ?? detail;
  return detail;
}
