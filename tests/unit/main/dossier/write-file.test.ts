import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { diskProblem } from '#main/dossier/disk-problem.ts';
import { fileExport } from '#main/dossier/write-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'export-'));
afterAll(() => rmSync(folder, { recursive: true }));
async function* pieces(...all: readonly string[]) {
  for (const piece of all) yield Buffer.from(piece);
}

describe('writing one file outside the case', () => {
  it('writes it whole and tells its size and digest; only the user can read it', async () => {
    const path = join(folder, 'whole.txt');
    const sha256 = createHash('sha256').update('one two').digest('hex');
    expect(await fileExport.writeFile(path, pieces('one ', '', 'two'))).toEqual({ ok: true, value: { path, bytes: 7, sha256 } });
    expect(readFileSync(path, 'utf8')).toBe('one two');
    expect(statSync(path).mode & 0o077).toBe(process.platform === 'win32' ? statSync(path).mode & 0o077 : 0);
  });

  it('never touches a file that is there', async () => {
    const path = join(folder, 'there.txt');
    writeFileSync(path, 'mine');
    expect(await fileExport.writeFile(path, pieces('yours'))).toMatchObject({ ok: false, problem: { kind: 'invalid-input', where: 'to' } });
    expect(readFileSync(path, 'utf8')).toBe('mine');
  });

  it('leaves nothing when the pieces break off, and lets the reason through', async () => {
    async function* broken() {
      yield Buffer.from('half');
      throw new Error('no more');
    }
    await expect(fileExport.writeFile(join(folder, 'half.txt'), broken())).rejects.toThrow('no more');
    expect(readdirSync(folder).sort()).toEqual(['there.txt', 'whole.txt']);
  });

  it('refuses a folder that does not exist, in the words of a disk problem', async () => {
    expect(await fileExport.writeFile(join(folder, 'nowhere', 'a.txt'), pieces('a'))).toEqual({
      ok: false,
      problem: { kind: 'write-failed', reason: 'no-such-folder' },
    });
  });

  it.each([
    ['ENOSPC', 'disk-full'],
    ['EROFS', 'read-only'],
    ['EACCES', 'no-permission'],
    ['EFBIG', 'too-large'],
    ['EIO', 'input-output'],
  ])('tells %s as %s', (code, reason) => {
    expect(diskProblem(Object.assign(new Error('x'), { code, syscall: 'write' }))).toEqual({ kind: 'write-failed', reason });
    expect(diskProblem(new Error('a bug'))).toBeNull();
  });
});
