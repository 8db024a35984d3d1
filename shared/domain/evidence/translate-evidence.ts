import { done, type Reply, refused } from '#shared/kernel/reply.ts';
import type { CaseRecord } from '../case/case-record.ts';
import type { Change } from '../case/change.ts';
import { actingAnalyst, type EditFacts } from '../case/edit-facts.ts';
import { findObject } from '../case/find-object.ts';
import type { Link } from '../link/link.ts';
import { deriveEvidence, type EvidenceToRecord } from './take-in-evidence.ts';

/** Whether the lines can stand beside the original, one for each of its lines, and say anything. */
export function isLineForLine(original: string, lines: readonly string[]): boolean {
  return lines.length === original.split('\n').length && lines.every((line) => !/[\r\n]/.test(line)) && lines.some((line) => line.trim() !== '');
}

/**
 * Records a translation: evidence of its own, because it can be quoted and its words must not change under a quote; linked *translates* to
 * what it translates, and *supersedes* to the translation it replaces, which stays.
 */
export function translateEvidence(
  record: CaseRecord,
  item: EvidenceToRecord,
  of: { readonly evidenceId: Link['toId']; readonly translator: string; readonly language: string; readonly replacesId?: Link['toId'] | undefined },
  facts: EditFacts,
): Reply<Change> {
  const { evidenceId, translator, language, replacesId } = of;
  if (replacesId !== undefined) {
    const replaced = findObject(record, 'evidence', replacesId);
    if (!replaced.ok) return replaced;
    if (replaced.value.translator === undefined || replaced.value.derivedFrom?.evidenceId !== evidenceId) {
      return refused({ kind: 'invalid-input', where: 'replacesId', reason: 'an earlier translation of the same item' });
    }
  }
  const derived = deriveEvidence(record, item, { evidenceId, transform: `translated into ${language} by ${translator}`, translator }, facts);
  if (!derived.ok) return derived;
  const [put] = derived.value.ops;
  if (!put || !('put' in put)) throw new Error('a derivation that puts nothing');
  const link = (type: Link['type'], toId: Link['toId']) => {
    const value: Link = {
      ...{ id: facts.newId(), fromId: put.id as Link['fromId'], type, toId, rationale: null, anchor: null, grade: null },
      ...{ at: facts.at, by: actingAnalyst(record) },
    };
    return { put: 'links' as const, id: value.id, value };
  };
  const links = [link('translates', evidenceId), ...(replacesId === undefined ? [] : [link('supersedes', replacesId)])];
  return done({ ...derived.value, label: 'translate-evidence', ops: [...derived.value.ops, ...links] });
}
