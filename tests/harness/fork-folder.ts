import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { type CaseHost, createCaseHost, openCaseHost } from '#main/caseprocess/case-host.ts';
import { realFacts, type Surroundings } from '#main/caseprocess/surroundings.ts';
import { leastKdfCost } from '#main/crypto/argon2id.ts';
import { good } from './stored-case.ts';

const facts = realFacts('test');
/** A case that never examines a file. */
const around: Surroundings = {
  facts,
  quarantine: { examine: async () => ({ ok: false, problem: { kind: 'internal', reference: 'none' } }) },
  reportBug: () => undefined,
  kdf: leastKdfCost,
};
export type Writing = (host: CaseHost) => Promise<void>;

/** A case in a folder of the disk, closed again; whoever knows the passphrase opens it. */
export async function caseInFolder(folder: string, passphrase: string, write: Writing): Promise<void> {
  const wishes = { title: 'Herons', purpose: 'To learn who counted them.', handling: '', analyst: 'A. N.', passphrase: bytesOf(passphrase) };
  await written(good(await createCaseHost(folder, wishes, around)).host, write);
}

/** Goes on with a closed case on a copy beside it and in the folder itself, then puts what the copy has more of into the folder, as a cloud folder does. */
export async function forkFolder(folder: string, passphrase: string, here: Writing, there: Writing): Promise<void> {
  const copy = join(folder, '..', 'Copy.case');
  cpSync(folder, copy, { recursive: true });
  for (const [place, write] of [[folder, here] as const, [copy, there] as const])
    await written(good(await openCaseHost(place, { passphrase: bytesOf(passphrase) }, around)), write);
  cpSync(copy, folder, { recursive: true, force: false });
}

async function written(host: CaseHost, write: Writing): Promise<void> {
  await write(host);
  good(await host.close());
}

const bytesOf = (text: string) => new TextEncoder().encode(text);
