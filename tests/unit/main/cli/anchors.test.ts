import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { anchorsFolder } from '#main/cli/state-folder.ts';
import { corroborate } from '#tests/harness/command-line.ts';
import { testSurroundings } from '#tests/harness/hosted-case.ts';
import { inTemporaryFolder } from '#tests/harness/stored-case.ts';

describe('what the command line has seen of a case', { timeout: 60_000 }, () => {
  it('makes verify and every other command say that an older copy was put back', () =>
    inTemporaryFolder(async (parent) => {
      const [folder, copy] = [join(parent, 'a.case'), join(parent, 'copy')];
      const around = testSurroundings({ anchors: join(parent, 'state') });
      expect((await corroborate(['new', folder, '--title', 'Herons'], { around })).code).toBe(0);
      cpSync(folder, copy, { recursive: true });
      expect((await corroborate(['note', 'add', folder, '--text', 'seen'], { around })).code).toBe(0);
      rmSync(folder, { recursive: true });
      cpSync(copy, folder, { recursive: true });
      const verified = await corroborate(['verify', folder, '--json'], { around });
      expect(verified.code).toBe(1);
      expect(verified.json()).toMatchObject({ sound: false, findings: [{ severity: 'damage', code: 'older-than-seen', subject: 'log' }] });
      const listed = await corroborate(['list', folder, 'notes'], { around });
      expect(listed.err).toContain('older than this computer has seen it');
    }));

  it('is kept where CORROBORATE_STATE says, or where the system keeps such things', () => {
    const folders = [
      anchorsFolder({ CORROBORATE_STATE: '/stick/state', XDG_STATE_HOME: '/x' }, 'linux'),
      anchorsFolder({ XDG_STATE_HOME: '/x' }, 'linux'),
      anchorsFolder({ LOCALAPPDATA: '/local' }, 'win32'),
    ];
    expect(folders).toEqual([join('/stick/state', 'anchors'), join('/x', 'corroborate', 'anchors'), join('/local', 'Corroborate', 'anchors')]);
    expect(anchorsFolder({}, 'linux')).toMatch(/[\\/]\.local[\\/]state[\\/]corroborate[\\/]anchors$/);
    expect(anchorsFolder({}, 'darwin')).toMatch(/Application Support[\\/]Corroborate[\\/]anchors$/);
  });
});
