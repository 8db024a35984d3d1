import { guideWords } from '#shared/wording/english/help-words.ts';
import type { ViewManifest } from '../../bridge/view-manifest.ts';

export type GuidePage = { readonly id: string; readonly title: string; readonly text: readonly string[] };

/** The pages of the help: some about the whole, then one for each view, from its manifest. */
export function guidePages(views: readonly ViewManifest[]): readonly GuidePage[] {
  const general = guideWords.general.map(({ title, text }, at) => ({ id: `general-${at}`, title, text }));
  return [...general, ...views.map(({ id, title, help }) => ({ id, title, text: help ?? [guideWords.noPage] }))];
}
