import { hmacSha256 } from '#main/crypto/digests.ts';
import { newPassphrase } from '#main/crypto/new-passphrase.ts';
import type { DossierPort } from '#main/usecases/ports/dossier.ts';
import { refused } from '#shared/kernel/reply.ts';
import { custodyExportFiles } from './custody/custody-files.ts';
import type { BlobReader } from './formats/exhibit-copies.ts';
import type { DossierFormat } from './formats/format.ts';
import { dossierFormats } from './formats/list.ts';
import { handOver } from './handover/hand-over.ts';
import { writePackage } from './package-dossier.ts';
import { allOf } from './package-file.ts';
import { namesOfFiles, packageFiles } from './package-files.ts';
import type { Signer } from './sshsig.ts';

/** Exports dossiers of an open case: reads the copies of its exhibits, signs with its key. Nothing else of the case is reached. */
export function dossierPort(openCase: BlobReader & Signer, formats: readonly DossierFormat[] = dossierFormats): DossierPort {
  let last: string | null = null;
  return {
    formats: () => formats.map(({ id, title, about, usual }) => ({ id, title, about, usual })),
    namesOfFiles: (dossier, ids) =>
      namesOfFiles(
        dossier,
        openCase,
        formats.filter(({ id }) => ids.includes(id)),
      ),
    commitTo: (salt, text) => hmacSha256(Buffer.from(salt, 'hex'), new TextEncoder().encode(text)).toString('hex'),
    write: async (dossier, folder, ids, report, custody = null) => {
      if (ids.some((id) => !formats.some((format) => format.id === id)))
        return refused({ kind: 'invalid-input', where: 'formats', reason: formats.map(({ id }) => id).join(', ') });
      const chosen = formats.filter(({ id }) => ids.includes(id));
      const files = await writePackage(folder, (written) => packageFiles(dossier, openCase, chosen, report, custody, written), report);
      if (files.ok) last = folder;
      return files;
    },
    lastWritten: () => last,
    newPassphrase: () => newPassphrase().join(' '),
    handOver,
    writeCustody: async (proof, folder, report) => writePackage(folder, () => allOf(custodyExportFiles(proof)), report),
  };
}
