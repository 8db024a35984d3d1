import { done } from '#shared/kernel/reply.ts';
import { wholeFile } from '../../package-file.ts';
import type { DossierFormat } from '../format.ts';
import { volumeFile, volumesOf, writePdf } from './write-pdf.ts';

export const pdfFormat: DossierFormat = {
  id: 'pdf',
  title: 'PDF/A',
  about: 'for the archive and for print: PDF/A-3a and PDF/UA-1 in one file, in volumes when it is long',
  usual: true,
  varies: null,
  names: (dossier) => volumesOf(dossier).map(volumeFile),
  files: async function* (dossier, copies, { cancelled, step }) {
    const volumes = volumesOf(dossier);
    for (const volume of volumes) {
      step(volume.number - 1, volumes.length);
      const pdf = await writePdf(dossier, copies, volume, cancelled);
      yield pdf.ok ? done(wholeFile(volumeFile(volume), pdf.value)) : pdf;
      if (!pdf.ok) return;
    }
  },
};
