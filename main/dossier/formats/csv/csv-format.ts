import { done } from '#shared/kernel/reply.ts';
import { wholeFile } from '../../package-file.ts';
import type { DossierFormat } from '../format.ts';
import { tablesOf } from '../tables-of.ts';
import { csvText } from './csv-text.ts';

export const csvFormat: DossierFormat = {
  id: 'csv',
  title: 'CSV',
  about: 'its tables, for spreadsheets and databases; nothing in them is taken for a formula',
  usual: false,
  varies: null,
  names: (dossier, copies) => tablesOf(dossier, copies).map(({ name }) => `tables/${name}.csv`),
  files: async function* (dossier, copies) {
    for (const { name, columns, rows } of tablesOf(dossier, copies)) yield done(wholeFile(`tables/${name}.csv`, csvText(columns, rows)));
  },
};
