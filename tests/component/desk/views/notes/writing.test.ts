import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type DeskLab, openDeskLab } from '#tests/harness/desk-in-chromium.ts';

let lab: DeskLab;
beforeAll(async () => {
  lab = await openDeskLab();
  const taken = await lab.host.command('evidence/take-in', {
    jobId: 'a',
    files: [{ from: 'text', name: 'Посвідчення з Туви', text: 'Двох солдатів узято в полон.' }],
    kind: 'article',
  });
  if (!taken.ok || taken.value[0]?.outcome !== 'taken-in') throw new Error('the article was not taken in');
}, 180_000);
afterAll(() => lab.close());
afterEach(() => {
  expect(lab.attempts).toEqual([]);
  expect(lab.complaints).toEqual([]);
});

async function newNote(page: Page): Promise<void> {
  await lab.sendMenu(page, 'new-note');
  await page.getByRole('dialog', { name: 'New note' }).waitFor();
  await page.getByRole('textbox', { name: 'Text' }).click();
}
const lastNote = async () => {
  const list = await lab.host.query('notes/list', {});
  if (!list.ok || !list.value[0]) throw new Error('no note');
  return list.value[0];
};

describe('writing a note', { timeout: 120_000 }, () => {
  it('takes Markdown as it is typed, [[ finds an object in any script, and what is kept is Markdown', async () => {
    const page = await lab.openPage();
    await newNote(page);
    await page.keyboard.type('## What is known');
    await page.keyboard.press('Enter');
    await page.keyboard.type('The **stamp** is on [[тув');
    const option = page.getByRole('option', { name: /Посвідчення з Туви/ }).first();
    await option.waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.type('itself.');
    await page.keyboard.press('Enter');
    await page.keyboard.type('[ ] ask for the original');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect((await lastNote()).text).toMatch(/^## What is known\n\nThe \*\*stamp\*\* is on \[\[[0-9a-f-]{36}\]\] itself\.\n\n- \[ \] ask for the original$/);

    await page.getByRole('heading', { name: 'What is known' }).waitFor();
    await page.getByRole('img', { name: 'open' }).waitFor();
    await page
      .locator('.note-text')
      .getByRole('button', { name: /Посвідчення з Туви/ })
      .waitFor();
    await page.context().close();
  });

  it('keeps a syllable that is being composed in one piece, undoes typing by itself, and answers a key at once', async () => {
    const page = await lab.openPage();
    await newNote(page);
    const session = await page.context().newCDPSession(page);
    for (const text of ['ㅂ', '부', '북']) await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    await session.send('Input.insertText', { text: '북' });
    await session.send('Input.imeSetComposition', { text: '하', selectionStart: 1, selectionEnd: 1 });
    await session.send('Input.insertText', { text: '한' });
    const writing = page.getByRole('textbox', { name: 'Text' });
    expect(await writing.textContent()).toBe('북한');
    await page.waitForTimeout(700); // a pause in typing: what follows is undone by itself

    const perKey = await writing.evaluate((element) => {
      const waits: number[] = [];
      element.focus();
      for (const letter of 'who saw the card, and when was it first shown to anybody outside of the room?'.repeat(3)) {
        const began = performance.now();
        document.execCommand('insertText', false, letter);
        element.getBoundingClientRect(); // the page is laid out anew
        waits.push(performance.now() - began);
      }
      return waits.sort((a, b) => a - b)[Math.floor(waits.length / 4)] ?? 0;
    });
    expect(perKey, 'lower quartile of a key, in ms, so that a busy machine alone fails nothing').toBeLessThan(50);
    await page.keyboard.press('Control+z');
    expect(await writing.textContent()).toBe('북한');
    await page.context().close();
  });

  it('takes nothing but the words of what is pasted, and a template gives the five pillars', async () => {
    const page = await lab.openPage();
    await newNote(page);
    const writing = page.getByRole('textbox', { name: 'Text' });
    const paste = (data: { readonly [type: string]: string }) =>
      writing.evaluate((element, given) => {
        const clipboardData = new DataTransfer();
        for (const [type, text] of Object.entries(given)) clipboardData.setData(type, text);
        element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
      }, data);
    const hostile =
      '<p onclick="x()">Seen <b>twice</b><img src="https://tracker.invalid/a.png" onerror="x()"><script>x()</script> <a href="javascript:x()">here</a></p>';
    await paste({ 'text/html': hostile, 'text/plain': 'Seen **twice** here' });
    await page.keyboard.press('Enter');
    await paste({ 'text/plain': '1. first\n2. second' });
    expect(await writing.locator('img, script, [onclick], a[href]').count()).toBe(0);
    expect(await writing.locator('ol > li').allInnerTexts()).toEqual(['first', 'second']);
    await page.keyboard.press('Control+Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect((await lastNote()).text).toMatch(/^Seen \*\*twice\*\* here\n\n1\. first\n2\. second$/);

    await page.getByRole('button', { name: 'New note from a template' }).click();
    await page.getByRole('menuitem', { name: 'Verification checklist' }).click();
    for (const pillar of ['Provenance', 'Source', 'Date', 'Location', 'Motivation']) await page.getByRole('heading', { name: pillar }).waitFor();
    await page.context().close();
  });
});
