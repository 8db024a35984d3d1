import { labelOf } from '#shared/domain/case/label-of.ts';
import { done } from '#shared/kernel/reply.ts';
import type { QueryUse } from '../handler.ts';

/** Labels in the order asked for; ids the case does not hold are left out. */
export const labelObjects: QueryUse<'objects/labels'> = async (desk, { ids }) => {
  const record = desk.openCase.record();
  return done(ids.map((id) => labelOf(record, id)).filter((label) => label !== null));
};
