import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { firstSettings, readSettings, settingsFrom, writeSettings } from '#main/app/settings.ts';
import { SettingsBook } from '#main/app/settings-book.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'corroborate-settings-'));
});
afterEach(() => {
  chmodSync(folder, 0o700);
  rmSync(folder, { recursive: true });
});

describe('the settings of the shell', () => {
  it('are those of the first day when there are none, or when they are no JSON', () => {
    expect(readSettings(folder)).toEqual(firstSettings);
    writeFileSync(join(folder, 'settings.json'), '{"theme": "dar');
    expect(readSettings(folder)).toEqual(firstSettings);
  });

  it('come back as written, readable by their user alone, with nothing left beside them', () => {
    const settings = { ...firstSettings, theme: 'dark' as const, lockAfterMinutes: 9 };
    expect(writeSettings(folder, settings)).toBe(true);
    expect(readSettings(folder)).toEqual(settings);
    expect(statSync(join(folder, 'settings.json')).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['settings.json']);
  });

  it('take bounds: no window of nothing, no lock that never comes', () => {
    const odd = settingsFrom({
      theme: 'pink',
      window: { width: 3, height: 'tall' },
      lockAfterMinutes: 61,
      clipboardSeconds: 0,
      panicKey: 'A',
      contentProtection: 'no',
      rememberedCases: [1, '', '/a'],
    });
    expect(odd).toEqual({ ...firstSettings, rememberedCases: ['/a'] });
    expect(settingsFrom(null)).toEqual(firstSettings);
    expect(settingsFrom({ lockAfterMinutes: 0 }).lockAfterMinutes, 'never is not offered').toBe(5);
  });

  it('keep what is good beside what is damaged', () => {
    const mixed = settingsFrom({ lockAfterMinutes: 60, panicKey: 'F9', lockWithScreen: false, theme: 7 });
    expect(mixed).toEqual({ ...firstSettings, lockAfterMinutes: 60, panicKey: 'F9', lockWithScreen: false });
  });

  it('stay as they were when the folder cannot be made', () => {
    expect(writeSettings(join(folder, 'settings.json', 'deeper'), firstSettings)).toBe(true);
    writeFileSync(join(folder, 'file'), '');
    expect(writeSettings(join(folder, 'file', 'deeper'), firstSettings)).toBe(false);
  });

  it('remember no case where that is not wanted, and forget all at once', () => {
    const book = new SettingsBook(folder);
    book.rememberCase('/cases/A.case');
    book.change({ mayRemember: false });
    book.rememberCase('/cases/B.case');
    expect(book.now.rememberedCases).toEqual(['/cases/A.case']);
    book.forgetCases();
    expect(readFileSync(join(folder, 'settings.json'), 'utf8')).not.toContain('.case');
  });

  it('name no case until one is to be remembered, and none once it is forgotten', () => {
    const book = new SettingsBook(folder);
    book.change({ theme: 'light' });
    expect(readFileSync(join(folder, 'settings.json'), 'utf8')).not.toContain('.case');
    book.rememberCase('/cases/A.case');
    book.rememberCase('/cases/B.case');
    book.rememberCase('/cases/A.case');
    expect(new SettingsBook(folder).now.rememberedCases).toEqual(['/cases/A.case', '/cases/B.case']);
    book.forgetCase('/cases/A.case');
    book.forgetCase('/cases/B.case');
    expect(readFileSync(join(folder, 'settings.json'), 'utf8')).not.toContain('.case');
  });
});
