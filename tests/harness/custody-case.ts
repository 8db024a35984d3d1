import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { CaseHost } from '#main/caseprocess/case-host.ts';
import { takeInText, tell } from './hosted-case.ts';

/** What the specs of custody share: a case with a few entries, and folders as maps of bytes. */
export async function caseWithEntries(host: CaseHost, count: number): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let number = 1; number <= count; number += 1) ids.push((await takeInText(host, `report ${number}.txt`, `report number ${number}`)).id);
  return ids;
}

export async function exportLog(host: CaseHost, folder: string, wishes: { readonly proofs?: boolean; readonly evidenceIds?: readonly string[] } = {}) {
  const { evidenceIds, ...rest } = wishes;
  return tell(host, 'custody/export', { jobId: 'job', to: { from: 'path', path: folder }, ...rest, ...(evidenceIds && { evidenceIds: [...evidenceIds] }) });
}

export function readFolder(folder: string, at = ''): Map<string, Buffer> {
  const files = new Map<string, Buffer>();
  for (const name of readdirSync(join(folder, at)).sort()) {
    const path = at === '' ? name : `${at}/${name}`;
    if (statSync(join(folder, path)).isDirectory()) for (const [inner, bytes] of readFolder(folder, path)) files.set(inner, bytes);
    else files.set(path, readFileSync(join(folder, path)));
  }
  return files;
}

export function writeFolder(folder: string, files: ReadonlyMap<string, Uint8Array>): void {
  for (const [path, bytes] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
}

/** Runs the exported script with the shell and tools of the system; what it printed, and whether it says that all is sound. */
export function runVerifyScript(folder: string): { readonly sound: boolean; readonly said: string } {
  const { status, stdout, stderr } = spawnSync('sh', [join(folder, 'verify.sh')], { encoding: 'utf8', env: { PATH: process.env['PATH'] ?? '' } });
  return { sound: status === 0, said: `${stdout}${stderr}`.trim() };
}

export function withBytes(files: ReadonlyMap<string, Uint8Array>, path: string, change: (bytes: Buffer) => Uint8Array): Map<string, Uint8Array> {
  return new Map([...files].map(([name, bytes]) => [name, name === path ? change(Buffer.from(bytes)) : bytes]));
}
