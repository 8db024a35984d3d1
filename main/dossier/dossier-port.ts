import type { DossierPort } from '#main/usecases/ports.ts';
import type { BlobReader } from './formats/exhibit-copies.ts';
import { writePackage } from './package-dossier.ts';
import { packageFiles } from './package-files.ts';
import type { Signer } from './sshsig.ts';

/** Exports dossiers of an open case: reads the copies of its exhibits, signs with its key. Nothing else of the case is reached. */
export function dossierPort(openCase: BlobReader & Signer): DossierPort {
  return {
    write: async (dossier, folder, formats, report) => {
      const files = await packageFiles(dossier, openCase, formats, report);
      return files.ok ? writePackage(folder, files.value, report) : files;
    },
  };
}
