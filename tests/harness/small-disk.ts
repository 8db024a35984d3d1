import { spawnSync } from 'node:child_process';

export type SmallDiskRun = {
  readonly steps: number;
  readonly refusals: number;
  readonly kept: number;
  readonly violations: readonly string[];
  readonly found: number;
};

/** Why this machine lets no process make a small disk of its own (tmpfs in a namespace of mounts), or `null`. */
export function smallDiskMissing(at: string): string | null {
  const tried = spawnSync('unshare', ['-rm', 'sh', '-c', `mount -t tmpfs -o size=1m tmpfs '${at}'`], { encoding: 'utf8' });
  if (tried.error) return 'unshare is not installed (Debian: util-linux)';
  return tried.status === 0 ? null : `a small disk may not be mounted here: ${tried.stderr.trim()}`;
}

/** Runs a child on a disk of 4 MiB mounted at `at`. Throws with what it said when it ends otherwise than well. */
export function onSmallDisk(at: string, child: string, args: readonly string[]): SmallDiskRun {
  const script = `mount -t tmpfs -o size=4m tmpfs '${at}' && exec "$@"`;
  return answerOf(spawnSync('unshare', ['-rm', 'sh', '-c', script, 'sh', process.execPath, child, at, ...args], { encoding: 'utf8' }));
}

/** Runs a child under a limit on the size of any file it writes, in KiB. */
export function withFileLimit(kib: number, child: string, args: readonly string[]): SmallDiskRun {
  return answerOf(spawnSync('bash', ['-c', `ulimit -f ${kib} && exec "$@"`, 'bash', process.execPath, child, ...args], { encoding: 'utf8' }));
}

function answerOf(ran: { readonly status: number | null; readonly stdout: string; readonly stderr: string }): SmallDiskRun {
  if (ran.status !== 0) throw new Error(`the process ended with ${ran.status}: ${ran.stderr.slice(0, 500)}`);
  return JSON.parse(ran.stdout) as SmallDiskRun;
}
