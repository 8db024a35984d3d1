import type { ViewManifest } from '../bridge/view-manifest.ts';

const groups = ['case', 'material', 'analysis', 'output', 'keeping'] as const;

/** The views as the navigation shows them, by the group each manifest names. */
export function navigationGroups(
  views: readonly ViewManifest[],
): readonly { readonly group: ViewManifest['group']; readonly members: readonly ViewManifest[] }[] {
  return groups.map((group) => ({ group, members: views.filter((view) => view.group === group) })).filter(({ members }) => members.length > 0);
}
