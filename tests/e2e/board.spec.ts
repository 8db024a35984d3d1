import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import type {} from '#renderer/desk/bridge/bridge.ts';
import { test } from '#tests/harness/desk.ts';
import { answerDialogs, openNewCase } from './make-case.ts';

// The spec tries to make a worker and a policy that the page must not have; the browser says so.
test.use({ expected: { console: [/TrustedScriptURL/, /Creating a TrustedTypePolicy/] } });

/** One command as the page itself sends it; answers its value. */
async function tell(desk: Page, name: string, input: object): Promise<{ readonly id: string }> {
  const reply = await desk.evaluate(async ([command, sent]) => window.desk.command(command as never, JSON.parse(sent) as never), [
    name,
    JSON.stringify(input),
  ] as const);
  if (!reply.ok) throw new Error(`${name} was refused: ${JSON.stringify(reply.problem)}`);
  return reply.value as never;
}
const go = (desk: Page, name: string) =>
  desk
    .getByRole('navigation')
    .getByRole('button', { name: new RegExp(`^${name}`) })
    .click();

test('board, timeline, entities and map show one case, by keyboard and as tables, and what leaves names nobody at risk', async ({
  app,
  unlockWindow,
  deskWindow,
  caseFolder,
  scratch,
}) => {
  test.setTimeout(240_000);
  await openNewCase(app, unlockWindow, caseFolder);
  const desk = await deskWindow();
  await expect(desk.getByRole('navigation')).toBeVisible();
  const person = await tell(desk, 'entities/add', { kind: 'person', names: ['Ри Ён Чхоль'], roleOnly: 'captive 1' });
  await tell(desk, 'entities/add', { kind: 'person', names: ['리영철'] });
  await tell(desk, 'entities/add', { kind: 'place', names: ['Hospital'] });
  const says = await tell(desk, 'claims/assert', { text: 'The card is not mine', asserter: { id: person.id }, saidAt: '2025-01-11', eventAt: '2024-12~' });
  const against = await tell(desk, 'claims/assert', { text: 'The card is his', asserter: { name: 'AFP' }, saidAt: '2025-01-12' });
  await tell(desk, 'links/draw', { fromId: against.id, type: 'contradicts', toId: says.id, grade: '3' });

  // The board lays out in a worker of its own, and the page can make no other.
  await go(desk, 'Board');
  const board = desk.getByRole('application');
  await expect(desk.getByText('6 of 6 objects')).toBeVisible();
  const refusals = await desk.evaluate(() => {
    const refused = (attempt: () => unknown) => {
      try {
        attempt();
        return 'made';
      } catch (error) {
        return error instanceof TypeError ? 'refused' : 'failed';
      }
    };
    type Types = { readonly createPolicy: (name: string, rules: object) => unknown };
    const types = (window as unknown as { readonly trustedTypes: Types }).trustedTypes;
    return [
      refused(() => new Worker('./assets/any.js')),
      refused(() => types.createPolicy('another', { createScriptURL: (text: string) => text })),
      refused(() => types.createPolicy('own-workers', { createScriptURL: (text: string) => text })),
    ];
  });
  expect(refusals).toEqual(['refused', 'refused', 'refused']);
  await board.press('ArrowDown');
  await expect(desk.getByRole('status').filter({ hasText: /relation/ })).not.toBeEmpty();
  await desk.getByRole('tab', { name: /^Links/ }).click();
  await expect(desk.getByRole('grid', { name: 'Links' }).getByRole('row').filter({ hasText: 'contradicts' })).toContainText('3');
  await desk.getByRole('tab', { name: 'Filter' }).click();
  await desk.getByText('Entities', { exact: true }).last().click();
  await expect(desk.getByText('2 of 6 objects')).toBeVisible();
  await desk.getByRole('button', { name: 'Show all' }).click();
  await desk.getByRole('button', { name: 'Save board' }).click();
  await desk.getByRole('dialog').getByLabel('Name').fill('The card');
  await desk.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click();
  await expect(desk.getByText('Board saved.')).toBeVisible();
  for (const [format, choice] of [
    ['svg', 'Picture to scale (SVG)'],
    ['png', 'Picture (PNG)'],
    ['graphml', 'Graph for other programs (GraphML)'],
  ] as const) {
    const path = join(scratch, `board.${format}`);
    await answerDialogs(app, path);
    await desk.getByRole('button', { name: 'Export…' }).click();
    if (format !== 'svg') {
      await desk
        .getByRole('dialog')
        .getByRole('button', { name: /Format/ })
        .click();
      await desk.getByRole('option', { name: choice }).click();
    }
    await desk.getByRole('button', { name: 'Choose where…' }).click();
    await expect(desk.getByRole('dialog')).toHaveCount(0);
    await expect.poll(() => existsSync(path)).toBe(true);
    if (format === 'png') expect(readFileSync(path).subarray(1, 4).toString()).toBe('PNG');
    else expect(readFileSync(path, 'utf8')).toContain('captive 1');
    if (format !== 'png') expect(readFileSync(path, 'utf8')).not.toContain('Чхоль');
  }

  await go(desk, 'Timeline');
  const timeline = desk.getByRole('application');
  await timeline.press('ArrowRight');
  await expect(desk.getByRole('status').filter({ hasText: 'Happened about December 2024' })).toHaveCount(1);
  await timeline.press('ArrowRight');
  await expect(desk.getByRole('grid').locator('[aria-selected=true]')).toContainText('11 January 2025');
  await timeline.press('Enter');
  await expect(desk.getByRole('heading', { name: 'Claims', level: 1 })).toBeVisible();

  await go(desk, 'Entities');
  await desk.getByRole('button', { name: '1 possible duplicate' }).click();
  await desk.getByRole('button', { name: 'Merge…' }).click();
  await expect(desk.getByRole('dialog')).toContainText('Ри Ён Чхоль · 리영철');
  await desk.getByRole('button', { name: 'Merge', exact: true }).click();
  await expect(desk.getByRole('dialog')).toContainText('No two entities');
  await desk.keyboard.press('Escape');
  await expect(desk.getByRole('grid').getByRole('rowheader', { name: '리영철' })).toHaveCount(0);
  await tell(desk, 'history/undo', {});
  await expect(desk.getByRole('grid').getByRole('rowheader', { name: '리영철' })).toHaveCount(1);

  await go(desk, 'Map');
  await desk.getByRole('button', { name: 'Add place' }).first().click();
  await desk.getByRole('combobox', { name: 'Entity' }).fill('Hosp');
  await desk.getByRole('option', { name: /Hospital/ }).click();
  await desk.getByLabel('Coordinates').fill('51,36');
  await expect(desk.getByText(/cannot be read without guessing/)).toBeVisible();
  await desk.getByLabel('Coordinates').fill('51,7304; 36,1926');
  await expect(desk.getByText('51°43′49.4″N 36°11′33.4″E')).toBeVisible();
  await desk.getByRole('button', { name: 'Put on the map' }).click();
  await expect(desk.getByRole('grid').getByRole('row').filter({ hasText: 'Hospital' })).toContainText('51.730, 36.193');
});
