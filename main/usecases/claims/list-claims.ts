import { done } from '#shared/kernel/reply.ts';
import type { QueryUse } from '../handler.ts';
import { claimRowsAt } from './claim-row.ts';
import { passingClaims } from './passing-claims.ts';

/** Claims that pass every part of the filter, in the order they were made. */
export const listClaims: QueryUse<'claims/list'> = async (desk, conditions) =>
  done(
    claimRowsAt(
      desk,
      passingClaims(desk, conditions).map(({ id }) => id),
    ),
  );
