import { afterAll, beforeAll, expect, test } from 'vitest';
import { type DeskLab, openDeskLab } from '#tests/harness/desk-in-chromium.ts';

const names = ['Ри Ён Чхоль', '리영철'];
let lab: DeskLab;
beforeAll(async () => {
  lab = await openDeskLab();
  const person = await lab.host.command('entities/add', { kind: 'person', names, roleOnly: 'captive 1' });
  if (!person.ok) throw new Error('no person');
  const claim = await lab.host.command('claims/assert', {
    text: `${names[0]} says that the card is not his`,
    asserter: { id: person.value.id },
    saidAt: '2025-01-11',
  });
  if (!claim.ok) throw new Error('no claim');
  await lab.host.command('notes/write', { title: `Of ${names[1]}`, text: `- [ ] ask ${names[0]} again`, aboutIds: [person.value.id] });
}, 180_000);
afterAll(() => lab.close());

test('roles stand for the names of people at risk wherever a list, a claim, a note or a chart would say them, and the record keeps the names', async () => {
  const page = await lab.openPage();
  const shown = () =>
    page.evaluate(() => document.body.textContent + [...document.querySelectorAll('[title]')].map((each) => each.getAttribute('title')).join('\n'));
  await page.getByRole('button', { name: 'Names shown' }).click();
  await page.getByRole('button', { name: 'Roles shown' }).waitFor();
  for (const view of ['overview', 'claims', 'entities', 'notes', 'board', 'timeline']) {
    await lab.sendMenu(page, `view/${view}`);
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    const grid = page.getByRole('grid').first();
    if (view !== 'overview') {
      await grid.getByText('captive 1').first().waitFor();
      await grid.focus();
      await page.keyboard.press('ArrowDown');
    }
    await page.waitForTimeout(300);
    for (const name of names) expect(await shown(), view).not.toContain(name);
  }
  await lab.sendMenu(page, 'view/claims');
  await page.getByRole('grid').focus();
  await page.keyboard.press('Home');
  await page.getByRole('button', { name: 'Edit claim' }).click();
  const asserter = page.getByRole('dialog').getByRole('combobox', { name: 'Asserted by' });
  await asserter.waitFor();
  expect(await asserter.inputValue()).toBe('captive 1');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await lab.sendMenu(page, 'view/entities');
  await page.getByRole('grid').focus();
  await page.keyboard.press('Home');
  await page.getByRole('button', { name: 'Show the names of this one' }).click();
  await page.getByRole('textbox', { name: 'Names' }).waitFor();
  expect(await page.getByRole('textbox', { name: 'Names' }).inputValue()).toBe(names.join('\n'));
  await lab.sendMenu(page, 'names-by-role');
  await page.getByRole('grid').getByText('리영철').first().waitFor();
  expect(lab.complaints).toEqual([]);
}, 120_000);
