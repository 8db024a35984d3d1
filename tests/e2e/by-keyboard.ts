import type { Locator, Page } from '@playwright/test';

/** Hands that know only the keyboard: nothing here presses, hovers or focuses with anything but keys. */
export type Hands = {
  /** Tab until `target` has the keyboard. */
  readonly reach: (target: Locator) => Promise<void>;
  readonly press: (...keys: readonly string[]) => Promise<void>;
  readonly type: (text: string) => Promise<void>;
  /** Reaches a field and writes into it, in place of what it held. */
  readonly fill: (field: Locator, text: string) => Promise<void>;
  /** Reaches a button and presses Enter. */
  readonly push: (button: Locator) => Promise<void>;
  /** Reaches a checkbox and presses Space. */
  readonly tick: (box: Locator) => Promise<void>;
  /** Chooses in a list that a button opens. */
  readonly choose: (button: Locator, option: string) => Promise<void>;
  /** Types part of a name into a picker and takes the first object found. */
  readonly pick: (field: Locator, name: string) => Promise<void>;
  /** Walks a table with the arrow keys to the row that has these words. */
  readonly walkTo: (table: Locator, words: string) => Promise<void>;
  /** Walks along tabs with the arrow keys. */
  readonly turnTo: (tab: string) => Promise<void>;
};

const longest = 160;

export function keyboardOf(page: Page): Hands {
  const { keyboard } = page;
  // A list of suggestions that opens on the way hides the target for a moment: then it has not got the keyboard.
  const has = async (target: Locator) => {
    const [element] = await target.elementHandles();
    return element?.evaluate((node) => node === document.activeElement) ?? false;
  };
  const hands: Hands = {
    async reach(target) {
      // An open list of suggestions hides the rest from assistive technology; Tab takes what was typed and closes it.
      if ((await page.locator('input:focus[aria-expanded=true]').count()) > 0) await keyboard.press('Tab');
      await target.first().waitFor();
      for (let step = 0; step < longest; step += 1) {
        if (await has(target)) return;
        await keyboard.press('Tab');
      }
      throw new Error(`the keyboard never reached ${target}`);
    },
    async press(...keys) {
      for (const key of keys) await keyboard.press(key);
    },
    type: (text) => keyboard.insertText(text),
    async fill(field, text) {
      await hands.reach(field);
      await keyboard.press('ControlOrMeta+a');
      await keyboard.insertText(text);
    },
    async push(button) {
      await hands.reach(button);
      await keyboard.press('Enter');
    },
    async tick(box) {
      await hands.reach(box);
      await keyboard.press('Space');
    },
    async choose(button, option) {
      await hands.push(button);
      const wanted = page.getByRole('option', { name: new RegExp(`^${option}`) });
      await wanted.waitFor();
      for (let step = 0; step < longest && !(await has(wanted)); step += 1) await keyboard.press('ArrowDown');
      await keyboard.press('Enter');
      await wanted.waitFor({ state: 'detached' });
    },
    async pick(field, name) {
      await hands.fill(field, name);
      await page.getByRole('option').filter({ hasText: name }).first().waitFor();
      await keyboard.press('ArrowDown');
      await keyboard.press('Enter');
    },
    async walkTo(table, words) {
      await hands.reach(table);
      await keyboard.press('Home');
      const chosen = table.locator('[aria-selected=true]').filter({ hasText: words });
      for (let step = 0; step < longest && (await chosen.count()) === 0; step += 1) await keyboard.press('ArrowDown');
      await chosen.waitFor();
    },
    async turnTo(tab) {
      await page.getByRole('tab', { name: tab }).waitFor();
      await hands.reach(page.locator('[role=tab][aria-selected=true]'));
      for (let step = 0; step < 10 && !(await has(page.getByRole('tab', { name: tab }))); step += 1) await keyboard.press('ArrowRight');
    },
  };
  return hands;
}
