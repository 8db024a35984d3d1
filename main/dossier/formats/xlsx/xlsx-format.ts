import { done } from '#shared/kernel/reply.ts';
import type { DossierFormat } from '../format.ts';
import { tablesOf } from '../tables-of.ts';
import { zipFile } from '../zip-file.ts';
import { workbookMembers } from './workbook.ts';

export const xlsxFormat: DossierFormat = {
  id: 'xlsx',
  title: 'XLSX',
  about: 'its tables as one workbook for Excel and LibreOffice; every cell is text or a number, none a formula',
  usual: false,
  varies: null,
  names: () => ['dossier.xlsx'],
  files: async function* (dossier, copies) {
    yield done({ path: 'dossier.xlsx', pieces: zipFile(workbookMembers(dossier, tablesOf(dossier, copies))) });
  },
};
