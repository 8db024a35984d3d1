import { Puzzle } from 'lucide-react';
import { afterEach, expect, test } from 'vitest';
import { deskMenu } from '#main/windows/menu-plan.ts';
import { namedViews } from '#main/windows/named-views.ts';
import type { ViewManifest } from '#renderer/desk/bridge/view-manifest.ts';
import { actionsOf } from '#renderer/desk/frame/actions.ts';
import { frameActionOf, viewOfCommand } from '#renderer/desk/frame/command-actions.ts';
import { guidePages } from '#renderer/desk/frame/guide/guide-pages.ts';
import { navigationGroups } from '#renderer/desk/frame/navigation-groups.ts';
import { matchingActions } from '#renderer/desk/frame/palette/palette-entries.ts';
import { tourSteps } from '#renderer/desk/frame/tour/tour-steps.ts';
import { views } from '#renderer/desk/frame/views.ts';
import { type CommandName, commands } from '#shared/contract/contract.ts';
import { commandTerms } from '#shared/wording/english/command-terms.ts';
import { speak } from '#shared/wording/speak.ts';

const thrownAway: ViewManifest = {
  id: 'puzzles',
  title: 'Puzzles',
  icon: Puzzle,
  shortcut: 'Mod+Alt+9',
  group: 'analysis',
  shows: [],
  help: ['What a puzzle is.'],
  load: async () => () => null,
};

afterEach(() => speak('en'));

test('navigation, palette, keys, help and the menu of the system follow from the manifest of a view', () => {
  const all = [...views, thrownAway];
  expect(
    navigationGroups(all)
      .find(({ group }) => group === 'analysis')
      ?.members.at(-1),
  ).toBe(thrownAway);
  const actions = actionsOf(all);
  expect(actions.find(({ id }) => id === 'view/puzzles')).toMatchObject({ title: 'Open Puzzles', keys: ['Mod+Alt+9'], icon: Puzzle });
  expect(matchingActions(actions, 'puzz')[0]?.id).toBe('view/puzzles');
  expect(guidePages(all).at(-1)).toEqual({ id: 'puzzles', title: 'Puzzles', text: ['What a puzzle is.'] });
  const named = namedViews(all.map(({ id, title }) => ({ id, title }))) ?? [];
  expect(deskMenu('F9', named).find(({ name }) => name === 'go')?.items).toContainEqual({ action: 'view/puzzles', title: 'Puzzles' });
});

test('a page that names its views wrongly gets no menu of the system', () => {
  expect(namedViews([{ id: 'puzzles', title: 3 }])).toBeNull();
  expect(namedViews([{ id: '../x', title: 'x' }])).toBeNull();
  expect(namedViews('puzzles')).toBeNull();
});

test('every command of the registry is in the palette, in words', () => {
  const inPalette = new Set<string>(actionsOf(views).map(({ id }) => id));
  for (const name of Object.keys(commands) as CommandName[]) {
    expect(inPalette.has(frameActionOf(name) ?? `command/${name}`), `${name}: no view gives it; name it in the manifest of one (commands)`).toBe(true);
    expect(viewOfCommand(name, views) ?? frameActionOf(name), name).not.toBeNull();
    expect(commandTerms[name], `${name} has no words in shared/wording/english/command-terms.ts`).toBeTruthy();
  }
});

test('an action is found by parts of words, by its English name, and by what the same keys type with another layout', () => {
  speak('uk');
  const actions = actionsOf(views);
  const first = (typed: string) => matchingActions(actions, typed)[0]?.id;
  expect(first('verify case')).toBe('verify-case');
  expect(first('мукшан сфіу')).toBe('verify-case');
  expect(first('dark th')).toBe('theme/dark');
  expect(first('вфкл')).toBe('theme/dark');
  expect(matchingActions(actions, 'zzqx')).toEqual([]);
});

test('the tour goes only where there is a view', () => {
  expect(tourSteps.filter((step) => !views.some(({ id }) => id === step))).toEqual([]);
});
