import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { engineTest } from './engine-test.ts';

engineTest('what a page shows is in no file of the engine while it runs, and nothing of the engine stays', async ({ tiny, page }) => {
  const word = `canary${'x'.repeat(3)}bird`;
  await page.evaluate(async (canary) => {
    document.title = canary;
    document.body.append(canary);
    localStorage.setItem('canary', canary);
    sessionStorage.setItem('canary', canary);
    history.pushState({}, '', `#${canary}`);
    await new Promise((resolve) => {
      const open = indexedDB.open(canary);
      open.onsuccess = resolve;
    });
  }, word);
  await page.waitForTimeout(1500);
  const pid = tiny.process().pid;
  const places = ['/dev/shm', tmpdir()].filter(existsSync).flatMap((place) =>
    readdirSync(place)
      .filter((name) => name.startsWith(`corroborate-engine-${pid}-`))
      .map((name) => join(place, name)),
  );
  expect(places.flatMap(filesBelow).filter((file) => readFileSync(file).includes(word))).toEqual([]);
  await tiny.close();
  expect(places.filter(existsSync)).toEqual([]);
});

engineTest('a terminated engine leaves no profile behind', async ({ tiny, page: _page }) => {
  const pid = tiny.process().pid;
  tiny.process().kill('SIGTERM');
  await tiny.waitForEvent('close');
  const left = ['/dev/shm', tmpdir()].filter(existsSync).flatMap((place) => readdirSync(place).filter((name) => name.startsWith(`corroborate-engine-${pid}-`)));
  expect(left).toEqual([]);
});

function filesBelow(place: string): string[] {
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
