import type { ExamineDraft, ExamineJob } from '#shared/contract/quarantine.ts';
import type { IntakeWarning } from '#shared/domain/evidence/evidence-item.ts';
import { guessLanguage } from '../../language/guess-language.ts';
import { drawSheets } from './draw-sheets.ts';
import { foundInDocument } from './found-in-document.ts';
import { type OpenDocument, openDocument } from './parse.ts';
import { readPages } from './read-pages.ts';
import { unpacksTooMuch } from './unpacked-size.ts';

/** Pages drawn while the file is taken in; the others when somebody looks at them. Time is bounded too, whatever the machine. */
const mostDrawnAtIntake = 200;
const drawingMs = 8_000;

const nothing: ExamineDraft = { text: null, pageHtml: null, picture: null, found: [], warnings: [] };
const refusing = (warning: IntakeWarning): ExamineDraft => ({ ...nothing, warnings: [warning] });

export async function draftPdf(job: ExamineJob): Promise<ExamineDraft> {
  const bytes = new Uint8Array(job.bytes);
  if (await unpacksTooMuch(bytes)) return refusing('document-too-large');
  let open: OpenDocument;
  try {
    open = await openDocument(bytes);
  } catch (error) {
    return refusing(error instanceof Error && error.name === 'PasswordException' ? 'document-locked' : 'document-unreadable');
  }
  try {
    return job.onlySheets ? await drawOnly(open, job.onlySheets) : await readAll(open);
  } finally {
    await open.close();
  }
}

async function drawOnly(open: OpenDocument, { first, count }: NonNullable<ExamineJob['onlySheets']>): Promise<ExamineDraft> {
  const last = Math.min(first + count - 1, open.document.numPages);
  return { ...nothing, sheets: { of: [], drawn: await drawSheets(open, { first, last, untilMs: Number.POSITIVE_INFINITY }) } };
}

async function readAll(open: OpenDocument): Promise<ExamineDraft> {
  const found = await foundInDocument(open.document);
  const { text, of, cut } = await readPages(open);
  const last = Math.min(of.length, mostDrawnAtIntake);
  const drawn = await drawSheets(open, { first: 1, last, untilMs: performance.now() + drawingMs });
  if (of.length === 0) return { ...nothing, found, warnings: ['document-unreadable'] };
  const warnings: IntakeWarning[] = cut ? ['pages-cut'] : [];
  const words = text.trim() === '' ? null : { text, language: guessLanguage(text), encoding: null };
  return { ...nothing, text: words, found, warnings, sheets: { of, drawn } };
}
