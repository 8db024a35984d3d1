import type { BranchTransaction } from '#main/casefile/branches.ts';
import { canonicalJson } from '#main/crypto/canonical-json.ts';
import type { CaseRecord, Collection } from '#shared/domain/case/case-record.ts';
import type { EditLabel } from '#shared/domain/case/change.ts';
import { layoutSaid } from './record-layouts.ts';

/** What a line of a snapshot says: collection, key, object. */
type Line = readonly [string, string, unknown];
type Body = { readonly label: EditLabel; readonly at: string; readonly ops: unknown[]; readonly custody: unknown[] };

/** Objects of one edit. */
const objectsInOne = 500;

/**
 * What a branch held when the log that is left of it begins, as edits that bring it over: the edits themselves are gone, and so is what both
 * had in common. Objects that the trunk lacks come together; each that is another there comes alone, so that a conflict of one
 * keeps nothing else back. Nothing says whether the trunk never had an object or removed it: it comes back.
 */
export function stateAsEdits(record: CaseRecord, lines: Iterable<string>, seq: number): readonly BranchTransaction[] {
  const lacking: Body[] = [];
  const differing: Body[] = [];
  const bodyOf = new Map<string, Body>();
  const acts: Line[] = [];
  let at = '';
  const begun = (into: Body[]) => {
    const body: Body = { label: 'take-from-branch', at: '', ops: [], custody: [] };
    into.push(body);
    return body;
  };
  for (const line of lines) {
    const parts = JSON.parse(line) as Line;
    if (layoutSaid(parts) !== null) continue;
    const [collection, id, value] = parts;
    if (collection === 'custody') {
      at = timeOf(value) ?? at;
      if (!isSame(record, collection, id, value)) acts.push(parts);
      continue;
    }
    if (!Object.hasOwn(record, collection) || isSame(record, collection, id, value)) continue;
    const last = lacking.at(-1);
    const isThere = Object.hasOwn(record[collection as Collection], id);
    const body = isThere ? begun(differing) : last && last.ops.length < objectsInOne ? last : begun(lacking);
    body.ops.push({ put: collection, id, value });
    bodyOf.set(id, body);
  }
  for (const [, , entry] of acts) (bodyOf.get(evidenceOf(entry)) ?? lacking[0] ?? begun(lacking)).custody.push(entry);
  return [...lacking, ...differing].map((body) => ({ seq, writer: '', body: { ...body, at } }));
}

function isSame(record: CaseRecord, collection: string, id: string, value: unknown): boolean {
  const objects: { readonly [id: string]: unknown } = record[collection as Collection];
  return Object.hasOwn(objects, id) && canonicalJson(objects[id]) === canonicalJson(value);
}
function timeOf(entry: unknown): string | null {
  return typeof entry === 'object' && entry !== null && 'at' in entry && typeof entry.at === 'string' ? entry.at : null;
}
function evidenceOf(entry: unknown): string {
  return typeof entry === 'object' && entry !== null && 'evidenceId' in entry && typeof entry.evidenceId === 'string' ? entry.evidenceId : '';
}
