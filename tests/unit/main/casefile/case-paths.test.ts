import { expect, it } from 'vitest';
import { folderOf, logAndSnapshots } from '#main/casefile/case-paths.ts';
import { recordingDisk } from '#tests/harness/recording-file-system.ts';

it('the way to the state of a case is its segments and its snapshots, and nothing that lies beside them', () => {
  const segment = `00000001-${'03'.repeat(16)}.seg`;
  const paths = [`log/${segment}`, `log/${segment}.part`, 'snap/00000001-0011aabb', 'snap/00000001-0011aabb.part', 'case.a', `snap/${segment}`];
  const { fileSystem } = recordingDisk({ folders: ['log', 'snap'], files: new Map(paths.map((path) => [path, Buffer.alloc(1)])) });
  expect(logAndSnapshots(fileSystem)).toEqual([`log/${segment}`, 'snap/00000001-0011aabb']);
});

it('a path lies in the folder before its last name, or in the case itself', () => {
  expect(['case.a', 'log/x', 'blob/ab/x'].map(folderOf)).toEqual(['.', 'log', 'blob/ab']);
});
