import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Decrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';

/** An age identity and its recipient; made by the package, understood by the stock program. */
export async function ageIdentity(): Promise<{ readonly identity: string; readonly recipient: string }> {
  const identity = await generateX25519Identity();
  return { identity, recipient: await identityToRecipient(identity) };
}

/** Whether the stock `age` program is on this machine. */
export function hasStockAge(): boolean {
  try {
    execFileSync('age', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    // Not installed here; the package alone opens it then.
    return false;
  }
}

/** What sealed bytes hold, by the package. */
export async function openAgeBytes(sealed: Uint8Array, identity: string): Promise<string> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  return decrypter.decrypt(sealed, 'text');
}

/** What an age file holds, by the package and, where it is installed, by the stock program: both must say the same. */
export async function openAge(file: string, identity: string): Promise<string> {
  const text = await openAgeBytes(readFileSync(file), identity);
  if (!hasStockAge()) return text;
  const folder = mkdtempSync(join(tmpdir(), 'corroborate-age-'));
  try {
    writeFileSync(join(folder, 'identity'), `${identity}\n`, { mode: 0o600 });
    const stock = execFileSync('age', ['-d', '-i', join(folder, 'identity'), file], { encoding: 'utf8' });
    if (stock !== text) throw new Error('the stock age program reads something else');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return text;
}
