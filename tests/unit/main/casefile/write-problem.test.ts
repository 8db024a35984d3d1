import { openSync } from 'node:fs';
import { expect, it } from 'vitest';
import { isDiskError, mayPass, writeProblem } from '#main/casefile/write-problem.ts';

const diskError = (code: string) => Object.assign(new Error(code), { code, syscall: 'write' });

it.each([
  ['ENOSPC', 'disk-full', true],
  ['EDQUOT', 'disk-full', true],
  ['EFBIG', 'too-large', true],
  ['EROFS', 'read-only', false],
  ['EACCES', 'no-permission', false],
  ['EPERM', 'no-permission', false],
  ['EIO', 'input-output', false],
  ['ENODEV', 'input-output', false],
])('a disk that answers %s means %s, and trying again later helps: %s', (code, reason, helps) => {
  const problem = writeProblem(diskError(code));
  expect(problem).toEqual({ kind: 'write-failed', reason });
  expect(mayPass(problem)).toBe(helps);
});

it('no other problem passes by itself', () => {
  expect(mayPass({ kind: 'read-only' })).toBe(false);
});

it('a bug is no fault of the disk, and is thrown on', () => {
  const bugs = [
    new TypeError('x is undefined'),
    Object.assign(new Error('no syscall'), { code: 'ENOSPC' }),
    Object.assign(new Error('no code'), { syscall: 'write' }),
    { code: 'EIO', syscall: 'write' },
  ];
  for (const bug of bugs) {
    expect(isDiskError(bug)).toBe(false);
    expect(() => writeProblem(bug)).toThrow();
  }
  for (const bug of [bugs[0], undefined, 'text']) {
    try {
      writeProblem(bug);
      expect.unreachable();
    } catch (thrown) {
      expect(thrown).toBe(bug);
    }
  }
});

it('what Node throws for a file is recognised', () => {
  try {
    openSync('/nowhere/at/all', 'r');
    expect.unreachable();
  } catch (error) {
    expect(isDiskError(error)).toBe(true);
    expect(writeProblem(error)).toEqual({ kind: 'write-failed', reason: 'input-output' });
  }
});
