import { useQuery } from '../../bridge/use-query.ts';
import type { GivenAnchor } from './given-anchor.ts';

/** Who published what the claim starts from: in most cases the claim came through them. */
export function usePublishers(anchors: readonly GivenAnchor[]): readonly string[] {
  const [first] = anchors;
  const item = useQuery('evidence/show', first ? { id: first.evidenceId } : null).value;
  const source = useQuery('sources/show', item?.sourceId ? { id: item.sourceId } : null).value;
  return source?.publisher ? [source.publisher] : [];
}
