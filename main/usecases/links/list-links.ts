import type { LinkRow } from '#shared/contract/links.ts';
import { type CaseRecord, kindOf } from '#shared/domain/case/case-record.ts';
import { objectAt } from '#shared/domain/case/find-object.ts';
import { labelOrGone, type ObjectLabel } from '#shared/domain/case/label-of.ts';
import { objectsOf } from '#shared/domain/case/objects-of.ts';
import type { Link } from '#shared/domain/link/link.ts';
import { done, refused } from '#shared/kernel/reply.ts';
import type { QueryUse } from '../handler.ts';

export const listLinks: QueryUse<'links/list'> = async (desk) => {
  const record = desk.openCase.record();
  return done(objectsOf(record.links).map((link) => linkRow(record, link)));
};

/** Links into and out of one object. */
export const listLinksOf: QueryUse<'links/of'> = async (desk, { id }) => {
  const record = desk.openCase.record();
  if (kindOf(record, id) === null) return refused({ kind: 'not-found', what: 'object', id });
  const { into, outOf } = desk.links();
  const links = [...(outOf.get(id) ?? []), ...(into.get(id) ?? [])].flatMap((head) => objectAt(record, 'link', head.id) ?? []);
  return done(links.map((link) => linkRow(record, link)));
};

export function linkRow(record: CaseRecord, link: Link): LinkRow {
  return { ...link, from: end(record, link.fromId), to: end(record, link.toId) };
}

function end(record: CaseRecord, id: string): ObjectLabel {
  return labelOrGone(record, id, kindOf(record, id) ?? 'claim');
}
