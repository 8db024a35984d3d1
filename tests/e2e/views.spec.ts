import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { fillExampleCase } from '#tests/fixtures/desk/example-case.ts';
import { axeFindings, test } from '#tests/harness/desk.ts';
import { confirmWords, makeCase } from './make-case.ts';
import { sendThrough } from './send-through.ts';

// The saved page has scripts and handlers, as news sites do; that the quarantine's policy stops them is said in the console.
test.use({ expectedConsole: [/^console: Executing inline event handler violates/] });

const card = new Uint8Array(readFileSync(join(import.meta.dirname, '..', 'fixtures', 'desk', 'drawn-card.jpg')));

/** Every place of the desk: how an analyst gets there from a closed dialog, and what it is called in the screenshots. */
type Stop = readonly [name: string, go: (desk: Page) => Promise<void>];
const dialog = (desk: Page) => desk.getByRole('dialog');
const view = (desk: Page, name: string) => desk.getByRole('navigation').getByRole('button', { name: new RegExp(`^${name}`) });
const open = async (desk: Page, name: string, words?: string) => {
  await view(desk, name).click();
  if (words) await desk.getByRole('row').filter({ hasText: words }).first().click();
};
const tab = (desk: Page, name: string) => desk.getByRole('tab', { name }).click();
const push = (desk: Page, name: string | RegExp) => desk.getByRole('button', { name }).first().click();

const searchBox = (desk: Page) => desk.getByRole('combobox', { name: 'Search the case' });
/** Two searches saved under names of two scripts, and the empty box that shows them. */
const saveSearches = async (desk: Page) => {
  for (const [query, name] of [
    ['Tyva', 'Заявление пресс-службы о допросе двух раненых военнопленных'],
    ['통역 kind:evidence', '통역은 신문에 참여하였다'],
  ] as const) {
    await searchBox(desk).fill(query);
    await searchBox(desk).press('Control+s');
    await dialog(desk).getByRole('textbox').fill(name);
    await dialog(desk).getByRole('textbox').press('Enter');
    await expect(dialog(desk)).toHaveCount(0);
  }
  await searchBox(desk).fill('');
  await expect(desk.getByRole('option').filter({ hasText: '1 found' }).first()).toBeVisible();
};

/** Terms of three scripts, one of them unfolded. */
const watchWords = async (desk: Page) => {
  for (const [term, reason] of [
    ['Зеленський', ''],
    ['Заявление пресс-службы Главного управления разведки', 'Хто повторить це дослівно?'],
    ['통역', ''],
  ] as const) {
    await push(desk, 'Watch for words…');
    await dialog(desk).getByRole('textbox').first().fill(term);
    await dialog(desk).getByRole('textbox').last().fill(reason);
    await dialog(desk).getByRole('textbox').last().press('Enter');
    await expect(dialog(desk)).toHaveCount(0);
  }
  await desk.getByRole('button', { name: /^통역 \d/ }).click();
};

const stops: readonly Stop[] = [
  ['overview', (desk) => open(desk, 'Overview')],
  ['search', (desk) => open(desk, 'Search')],
  ['search-found', (desk) => searchBox(desk).fill('Kursk')],
  ['search-save', (desk) => searchBox(desk).press('Control+s')],
  ['search-saved', (desk) => saveSearches(desk)],
  ['search-watch-none', (desk) => tab(desk, 'Watch terms')],
  ['search-watch-new', (desk) => push(desk, 'Watch for words…')],
  ['search-watch', (desk) => watchWords(desk)],
  ['history', (desk) => open(desk, 'History')],
  ['custody', (desk) => open(desk, 'Custody')],
  ['custody-signed', (desk) => push(desk, 'Sign now')],
  ['custody-add-signature', (desk) => push(desk, 'Add a co-signature…')],
  ['custody-cosign', (desk) => push(desk, 'Sign a colleague’s note…')],
  ['care', (desk) => open(desk, 'Care of the case')],
  ['care-checked', (desk) => push(desk, 'Quick check')],
  ['care-compact', (desk) => push(desk, 'See what could be cleared…')],
  ['keys', (desk) => open(desk, 'Keys')],
  ['settings', (desk) => open(desk, 'Settings')],
  ['entities', (desk) => open(desk, 'Entities')],
  ['sources', (desk) => open(desk, 'Sources', 'Kyiv')],
  ['sources-add', (desk) => push(desk, 'Add source')],
  ['evidence-list', (desk) => open(desk, 'Evidence')],
  ['evidence-text', (desk) => open(desk, 'Evidence', 'article.html').then(() => tab(desk, 'Text'))],
  ['evidence-page', (desk) => tab(desk, 'Page as saved')],
  ['evidence-facts', (desk) => tab(desk, 'Facts and custody')],
  ['evidence-edit', (desk) => push(desk, 'Name and kind')],
  ['evidence-found', (desk) => tab(desk, 'Found metadata')],
  ['evidence-shielded', (desk) => open(desk, 'Evidence', 'card-specimen')],
  ['evidence-links', (desk) => tab(desk, 'Links and notes')],
  ['evidence-picture', (desk) => tab(desk, 'Picture').then(() => push(desk, 'Show it'))],
  ['evidence-region', (desk) => desk.getByRole('application').press('r')],
  ['evidence-claim', (desk) => push(desk, 'Claim from region')],
  ['evidence-note', (desk) => push(desk, 'Note about region')],
  ['evidence-export', (desk) => push(desk, 'Export original…')],
  ['evidence-remove', (desk) => push(desk, 'More actions').then(() => desk.getByRole('menuitem', { name: 'Remove from case…' }).click())],
  ['evidence-redact', (desk) => push(desk, 'More actions').then(() => desk.getByRole('menuitem', { name: 'Redacted copy…' }).click())],
  ['claims', (desk) => open(desk, 'Claims', 'The card was issued')],
  ['claims-filtered', (desk) => push(desk, 'More filters').then(() => desk.getByText('In conflict').click())],
  ['claims-keep-filter', (desk) => push(desk, 'Keep…')],
  ['claims-none', (desk) => desk.getByRole('textbox', { name: 'Words in the claim' }).fill('nothing says this')],
  ['claims-new', (desk) => push(desk, 'Clear filters').then(() => push(desk, 'New claim'))],
  ['claims-edit', (desk) => push(desk, 'Edit claim')],
  ['claims-split', (desk) => push(desk, 'Split claim')],
  ['claims-marked', (desk) => desk.locator('[data-mark]').first().click()],
  ['claims-change-marked', (desk) => push(desk, 'Change marked…')],
  ['board', (desk) => open(desk, 'Board')],
  ['board-chosen', (desk) => desk.getByRole('application').press('ArrowDown')],
  ['board-filter', (desk) => tab(desk, 'Filter')],
  ['board-paths', (desk) => tab(desk, 'Paths')],
  ['board-save', (desk) => push(desk, 'Save board')],
  ['board-export', (desk) => push(desk, 'Export…')],
  ['timeline', (desk) => open(desk, 'Timeline')],
  ['timeline-chosen', (desk) => desk.getByRole('application').press('ArrowRight')],
  ['map', (desk) => open(desk, 'Map')],
  ['map-place', (desk) => push(desk, 'Add place')],
  ['links', (desk) => open(desk, 'Links', 'What is counted')],
  ['links-edit', (desk) => push(desk, 'Edit link')],
  ['notes', (desk) => open(desk, 'Notes', 'Rival explanations')],
  ['notes-edit', (desk) => push(desk, 'Edit')],
  ['notes-new', (desk) => push(desk, 'New note')],
  ['dossier', (desk) => open(desk, 'Dossier', 'Who were')],
  ['dossier-redact', (desk) => push(desk, 'Redacted copy…')],
  ['dossier-let-out', (desk) => push(desk, 'Let out…')],
  ['dossier-export', (desk) => push(desk, 'Export…')],
  ['dossier-hand-over', (desk) => push(desk, 'Hand over…')],
  ['dossier-new', (desk) => push(desk, 'New plan')],
];
/** Before there is anything: each view says what belongs in it. */
const emptyStops = [
  'Overview',
  'Search',
  'History',
  'Sources',
  'Evidence',
  'Claims',
  'Board',
  'Timeline',
  'Map',
  'Links',
  'Notes',
  'Entities',
  'Dossier',
  'Custody',
  'Care of the case',
  'Keys',
  'Settings',
] as const;

test('every view and dialog, empty and filled, light and dark: nothing for axe to find, and a screenshot to look at', async ({
  unlockWindow,
  app,
  deskWindow,
  caseFolder,
}, info) => {
  test.setTimeout(900_000);
  await confirmWords(unlockWindow, await makeCase(app, unlockWindow, caseFolder, 'Two soldiers in Kursk'));
  const desk = await deskWindow();
  await expect(desk.getByRole('navigation')).toBeVisible();
  const findings: string[] = [];
  const look = async (name: string) => {
    for (const theme of ['light', 'dark'] as const) {
      await desk.evaluate((chosen) => {
        document.documentElement.dataset['theme'] = chosen;
      }, theme);
      await desk.waitForTimeout(350); // answers arrive and transitions end
      await desk.screenshot({ path: join(info.project.outputDir, '..', 'screens', `${name}-${theme}.png`) });
      for (const { id, help, nodes } of await axeFindings(desk)) findings.push(`${name} ${theme} ${id}: ${help}: ${nodes.join(' ')}`);
    }
  };

  for (const name of emptyStops) {
    await view(desk, name).click();
    await look(`empty-${name.toLowerCase().replaceAll(' ', '-')}`);
  }
  await fillExampleCase(sendThrough(desk), card);
  for (const [name, go] of stops) {
    await go(desk);
    await look(name);
    if (await dialog(desk).count()) {
      await desk.keyboard.press('Escape');
      if (await dialog(desk).count()) await desk.keyboard.press('Escape');
      await expect(dialog(desk)).toHaveCount(0);
    }
  }
  expect(findings).toEqual([]);
});
