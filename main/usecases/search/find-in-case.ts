import { done } from '#shared/kernel/reply.ts';
import type { QueryUse } from '../handler.ts';

const usualLimit = 50;

export const findInCase: QueryUse<'search/find'> = async (desk, { query, limit }) => {
  const hits = await desk.search.find(query, limit ?? usualLimit);
  return hits.ok ? done([...hits.value]) : hits;
};
