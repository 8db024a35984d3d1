import { annotationsFormat } from './annotations/annotations-format.ts';
import { bagFormat } from './bag/bag-format.ts';
import { caseUcoFormat } from './case-uco/case-uco-format.ts';
import { citationsFormat } from './citations/citations-format.ts';
import { csvFormat } from './csv/csv-format.ts';
import { docxFormat } from './docx/docx-format.ts';
import type { DossierFormat } from './format.ts';
import { graphFormat } from './graph/graph-format.ts';
import { htmlFormat } from './html/html-format.ts';
import { markdownFormat } from './markdown/markdown-format.ts';
import { pdfFormat } from './pdf/pdf-format.ts';
import { placesFormat } from './places/places-format.ts';
import { stixFormat } from './stix/stix-format.ts';
import { xlsxFormat } from './xlsx/xlsx-format.ts';

/** Every format there is, in the order they are written; one that holds the others comes last. A new one is its folder and its line here. */
export const dossierFormats: readonly DossierFormat[] = [
  htmlFormat,
  pdfFormat,
  docxFormat,
  xlsxFormat,
  csvFormat,
  citationsFormat,
  markdownFormat,
  graphFormat,
  placesFormat,
  annotationsFormat,
  stixFormat,
  caseUcoFormat,
  bagFormat,
];
