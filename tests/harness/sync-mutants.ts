import { type CrashWork, crashEverywhere, type RecordedSession } from './crash-check.ts';
import { anchorsFolder, type DiskOperation } from './recording-file-system.ts';

/** One sync of the program taken away (`left out`) or done one change of the disk too late (`late`). */
export type SyncMutant = { readonly site: string; readonly how: 'left out' | 'late'; readonly session: RecordedSession };

/** The sync calls a session made, by where in the program they are and what kind of path they are for. */
export function syncSites(session: RecordedSession): readonly string[] {
  const sites = session.operations.map((_, at) => siteOf(session.operations, at));
  return [...new Set(sites.filter((site) => site !== null))].sort();
}

/** Orders that something rests on: data before its name, one header copy before the other, everything before its acknowledgement. */
const orders = [
  /^sync snap by writeNew/,
  /^sync blob by/,
  /^sync anchors by writeNew/,
  /^sync case by writeHeaderCopy < writeHeaderCopies/,
  /^sync log by put < attempt/,
  /^sync-folder blob\/xx/,
];

export function mutantsOf(session: RecordedSession): readonly SyncMutant[] {
  return syncSites(session).flatMap((site): readonly SyncMutant[] => [
    { site, how: 'left out', session: { ...session, operations: without(session.operations, site) } },
    ...(orders.some((order) => order.test(site)) ? [{ site, how: 'late', session: { ...session, operations: later(session.operations, site) } } as const] : []),
  ]);
}

/** Violations found in the mutant, at most one; 0 when it survived. */
export async function caught(mutant: SyncMutant, work: CrashWork): Promise<string | null> {
  const { violations } = await crashEverywhere(mutant.session, { ...work, recoverEach: 0, stopAtFirst: true });
  return violations[0] ?? null;
}

/** Where the program asked for the sync at `at` and of what: `sync of snap by writeNew < writeSnapshot`. */
function siteOf(operations: readonly DiskOperation[], at: number): string | null {
  const operation = operations[at];
  if (operation?.op === 'sync-folder') return `sync-folder ${kindOf(operation.path)} by ${operation.site}`;
  if (operation?.op !== 'sync') return null;
  const made = operations.find((each) => each.op === 'create' && each.inode === operation.inode);
  return `sync ${made?.op === 'create' ? kindOf(made.path) : ''} by ${operation.site}`;
}

function kindOf(path: string): string {
  if (path.startsWith(anchorsFolder)) return 'anchors';
  if (path.startsWith('blob/')) return path.endsWith('.part') ? 'blob' : 'blob/xx';
  return path.includes('/') ? path.slice(0, path.indexOf('/')) : path.replace(/\.[ab]$/, '');
}

const nothing: DiskOperation = { op: 'sync-folder', path: 'nowhere', site: 'nobody' };

function without(operations: readonly DiskOperation[], site: string): readonly DiskOperation[] {
  return operations.map((operation, at) => (siteOf(operations, at) === site ? nothing : operation));
}

/** The sync comes one change of the disk too late; that of a file that gets its name later comes after the name. */
function later(operations: readonly DiskOperation[], site: string): readonly DiskOperation[] {
  const named = /^sync (blob|snap|anchors) by/.test(site);
  const out = [...operations];
  for (let at = out.length - 2; at >= 0; at -= 1) {
    const now = out[at];
    if (siteOf(operations, at) !== site || !now) continue;
    const to = named ? out.findIndex(({ op }, step) => step > at && op === 'rename') : at + 1;
    if (to < 0) continue;
    out.splice(at, 1);
    out.splice(to, 0, now);
  }
  return out;
}
