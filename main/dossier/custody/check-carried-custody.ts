import { sixWords } from '#main/crypto/recovery-code.ts';
import { verifierKey } from '#main/crypto/signed-note.ts';
import type { CustodyEntry } from '#shared/domain/custody/custody-entry.ts';
import { printable, readSmall } from '../read-folder.ts';
import { type CustodyFinding, checkCustody } from './check-custody.ts';
import { custodyFolder } from './custody-files.ts';
import { readCustodyFiles } from './verify-custody-folder.ts';

/** `custody-told-otherwise`: the dossier tells an entry in other words than those that are proven. */
export type CarriedFinding = { readonly code: CustodyFinding['code'] | 'custody-told-otherwise'; readonly file: string };

/**
 * What the proofs of custody in a dossier show: `proven` of the `told` entries stand in the log whose state of `size` entries the
 * `signers` signed. `words` are six words of its root.
 */
export type CarriedCustody = {
  readonly told: number;
  readonly proven: number;
  readonly size: number;
  readonly words: readonly string[];
  readonly signers: readonly { readonly name: string; readonly verifierKey: string }[];
};

const dataName = 'dossier.json';
const longestData = 1024 * 1024 * 1024;
const toldFields = ['seq', 'prev', 'at', 'actor', 'action', 'reason', 'sha256Before', 'sha256After', 'tool', 'session', 'elapsed'] as const;

/** Checks the folder of custody of a dossier against itself and against what the dossier tells; null when it carries none. */
export async function checkCarriedCustody(folder: string, listed: readonly string[], tell: (finding: CarriedFinding) => void): Promise<CarriedCustody | null> {
  const names = listed.filter((path) => path.startsWith(custodyFolder));
  if (names.length === 0) return null;
  const files = await readCustodyFiles(folder, names);
  const checked = checkCustody(new Map([...files].map(([path, bytes]) => [path.slice(custodyFolder.length), bytes])));
  for (const { code, file } of checked.findings) tell({ code, file: printable(`${custodyFolder}${file}`) });
  const told = toldIn(await readSmall(folder, dataName, longestData));
  const entries = new Map(checked.entries.map((entry) => [entry.seq, entry]));
  if (!told?.every((each) => isSame(each, entries))) tell({ code: 'custody-told-otherwise', file: dataName });
  const { proven, checkpoint, signers } = checked;
  return {
    told: told?.length ?? 0,
    proven,
    size: checkpoint?.size ?? 0,
    words: checkpoint ? sixWords(checkpoint.root) : [],
    signers: signers.map((key) => ({ name: key.name, verifierKey: verifierKey(key) })),
  };
}

type Told = { readonly [field: string]: unknown };

/** The custody entries that a dossier tells as data; null when it is none. */
function toldIn(data: Uint8Array | null): readonly Told[] | null {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(data ?? []).toString('utf8'));
    const custody = parsed !== null && typeof parsed === 'object' && 'custody' in parsed ? parsed.custody : null;
    return Array.isArray(custody) && custody.every((each) => each !== null && typeof each === 'object') ? custody : null;
  } catch {
    // No JSON: the manifest has said already whether these are the bytes that were signed.
    return null;
  }
}

/** An entry in its redacted form has no proof, and nothing is said of it. */
function isSame(told: Told, entries: ReadonlyMap<number, CustodyEntry>): boolean {
  const entry = typeof told['seq'] === 'number' ? entries.get(told['seq']) : undefined;
  return entry === undefined || toldFields.every((field) => told[field] === entry[field]);
}
