import { done } from '#shared/kernel/reply.ts';
import { readPictures } from '../exhibit-copies.ts';
import type { DossierFormat } from '../format.ts';
import { zipFile } from '../zip-file.ts';
import { documentMembers } from './document-members.ts';

export const docxFormat: DossierFormat = {
  id: 'docx',
  title: 'DOCX',
  about: 'for editors: Word and LibreOffice',
  usual: false,
  varies: null,
  names: () => ['dossier.docx'],
  files: async function* (dossier, copies) {
    const pictures = await readPictures(copies);
    yield pictures.ok ? done({ path: 'dossier.docx', pieces: zipFile(documentMembers(dossier, pictures.value)) }) : pictures;
  },
};
