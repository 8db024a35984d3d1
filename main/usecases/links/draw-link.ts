import { drawLink } from '#shared/domain/link/draw-link.ts';
import { resolveAnchors } from '../claims/resolve-anchors.ts';
import { commitNew } from '../commit-edit.ts';
import type { CommandUse } from '../handler.ts';

export const drawNewLink: CommandUse<'links/draw'> = async (desk, { anchor, ...input }) => {
  const anchors = await resolveAnchors(desk.openCase, anchor ? [anchor] : []);
  if (!anchors.ok) return anchors;
  return commitNew(desk, 'links', (record, facts) => drawLink(record, desk.links(), { ...input, anchor: anchors.value[0] }, facts));
};
