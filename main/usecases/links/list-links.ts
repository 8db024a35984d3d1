import type { LinkRow } from '#shared/contract/links.ts';
import type { CaseHeads } from '#shared/domain/case/case-heads.ts';
import { kindOf } from '#shared/domain/case/case-record.ts';
import { objectAt } from '#shared/domain/case/find-object.ts';
import { labelOrGone, type ObjectLabel } from '#shared/domain/case/label-of.ts';
import { objectsOf } from '#shared/domain/case/objects-of.ts';
import type { Link } from '#shared/domain/link/link.ts';
import { done, refused } from '#shared/kernel/reply.ts';
import type { QueryUse } from '../handler.ts';

export const listLinks: QueryUse<'links/list'> = async (desk) => {
  const heads = desk.openCase.heads();
  return done(objectsOf(desk.openCase.record().links).map((link) => linkRow(heads, link)));
};

/** Links into and out of one object. */
export const listLinksOf: QueryUse<'links/of'> = async (desk, { id }) => {
  const record = desk.openCase.record();
  if (kindOf(record, id) === null) return refused({ kind: 'not-found', what: 'object', id });
  const { into, outOf } = desk.links();
  const links = [...(outOf.get(id) ?? []), ...(into.get(id) ?? [])].flatMap((head) => objectAt(record, 'link', head.id) ?? []);
  const heads = desk.openCase.heads();
  return done(links.map((link) => linkRow(heads, link)));
};

/** Ends are told by their heads: a long text is not read for its beginning. */
export function linkRow(record: CaseHeads, link: Link): LinkRow {
  return { ...link, from: end(record, link.fromId), to: end(record, link.toId) };
}

function end(record: CaseHeads, id: string): ObjectLabel {
  return labelOrGone(record, id, kindOf(record, id) ?? 'claim');
}
