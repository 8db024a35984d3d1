import { objectAt } from '#shared/domain/case/find-object.ts';
import { independentOrigins } from '#shared/domain/claim/independent-origins.ts';
import { rateClaim } from '#shared/domain/claim/rate-claim.ts';
import { adviseOnRating } from '#shared/domain/claim/rating-advice.ts';
import { done } from '#shared/kernel/reply.ts';
import { commitEdit } from '../commit-edit.ts';
import type { CommandUse } from '../handler.ts';

/** Keeps the rating and says when it claims more than the origins carry. */
export const rateKnownClaim: CommandUse<'claims/rate'> = async (desk, { id, ...rating }) => {
  const rated = await commitEdit(desk, (record, facts) => rateClaim(record, id, rating, facts));
  if (!rated.ok) return rated;
  const record = desk.openCase.record();
  const claim = objectAt(record, 'claim', id);
  if (!claim || (claim.finding !== 'corroborated' && claim.credibility !== '1')) return done({ advice: [] });
  return done({ advice: [...adviseOnRating(claim, independentOrigins(record, claim, desk.links()))] });
};
