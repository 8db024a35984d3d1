import { isAbsolute, relative, resolve } from 'node:path';
import type { DossierPort } from '#main/usecases/ports/dossier.ts';
import type { ExportPort } from '#main/usecases/ports/files.ts';
import { type Reply, refused } from '#shared/kernel/reply.ts';

/** Exports that refuse to write into the case: what lies there in clear would be taken for sealed and copied along with it. */
export function exportOutside(caseFolder: string, port: ExportPort): ExportPort {
  return { writeFile: async (path, pieces) => inside(caseFolder, path) ?? port.writeFile(path, pieces) };
}

export function dossiersOutside(caseFolder: string, port: DossierPort): DossierPort {
  return {
    formats: port.formats,
    namesOfFiles: port.namesOfFiles,
    commitTo: port.commitTo,
    lastWritten: port.lastWritten,
    newPassphrase: port.newPassphrase,
    handOver: async (asked, report) => inside(caseFolder, asked.to) ?? port.handOver(asked, report),
    write: async (dossier, folder, formats, report, custody) => inside(caseFolder, folder) ?? port.write(dossier, folder, formats, report, custody),
    writeCustody: async (proof, folder, report) => inside(caseFolder, folder) ?? port.writeCustody(proof, folder, report),
  };
}

function inside(caseFolder: string, path: string): Reply<never> | null {
  const way = relative(resolve(caseFolder), resolve(path));
  const leadsOut = way === '..' || way.startsWith('../') || way.startsWith('..\\') || isAbsolute(way);
  return leadsOut ? null : refused({ kind: 'invalid-input', where: 'to', reason: 'a place outside the case folder' });
}
