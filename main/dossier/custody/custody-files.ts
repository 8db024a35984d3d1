import { ed25519Pem } from '#main/crypto/ed25519.ts';
import { formatTlogProof } from '#main/crypto/tlog-proof.ts';
import type { CustodyProof } from '#main/usecases/ports/custody.ts';
import { type PackageFile, wholeFile } from '../package-file.ts';
import { custodyReadMe } from './custody-read-me.ts';
import { verifyScript } from './verify-script.ts';

/** Names in a folder of custody, of an export of its own or of the folder `custody` of a dossier. */
export const custodyFolder = 'custody/';
export const entriesName = 'entries.jsonl';
export const checkpointName = 'checkpoint';
const publicKeyName = 'pub.pem';
export const readMeName = 'README.txt';
export const scriptName = 'verify.sh';

/** File of the key behind signature line `index` of the checkpoint: the first is `pub.pem`, co-signers follow by their key ids. */
export function keyFileName(index: number, keyId: string): string {
  return index === 0 ? publicKeyName : `keys/${keyId}.pem`;
}

export function proofName(seq: number): string {
  return `proofs/${String(seq).padStart(10, '0')}.tlog-proof`;
}

/** What a dossier carries: entries, the signed checkpoint, the keys, and a proof for each entry that has one. */
export function custodyFiles({ checkpoint, entries }: CustodyProof): readonly PackageFile[] {
  return [
    wholeFile(entriesName, entries.map(({ line }) => `${line}\n`).join('')),
    wholeFile(checkpointName, checkpoint.note),
    ...checkpoint.signatures.map(({ keyId, publicKey }, index) => wholeFile(keyFileName(index, keyId), ed25519Pem(Buffer.from(publicKey, 'base64')))),
    ...entries.flatMap(({ seq, proof }) => {
      if (proof === null) return [];
      const hashes = proof.map((hash) => Buffer.from(hash, 'base64'));
      return [wholeFile(proofName(seq), formatTlogProof({ index: seq, hashes, note: checkpoint.note }))];
    }),
  ];
}

/** What an export of the log alone holds: the same with a README, and with the script that checks it when the log is whole. */
export function custodyExportFiles(proof: CustodyProof): readonly PackageFile[] {
  const whole = proof.entries.length === proof.checkpoint.size;
  const about = { whole, size: proof.checkpoint.size, entries: proof.entries.length };
  const script = whole ? [wholeFile(scriptName, verifyScript)] : [];
  return [...custodyFiles(proof), wholeFile(readMeName, custodyReadMe(about)), ...script];
}
