import type { ExamineDraft } from '#shared/contract/quarantine.ts';
import type { IntakeWarning } from '#shared/domain/evidence/evidence-item.ts';
import { guessLanguage } from '../../language/guess-language.ts';
import { cutText } from '../cut-text.ts';
import { findMetadata } from './find-metadata.ts';
import { inlinePictures } from './inline-pictures.ts';
import { readMainText } from './main-text.ts';
import { buildPageDocument } from './page-document.ts';
import type { ParsedPage } from './parse.ts';
import { sanitisePage } from './sanitise-page.ts';
import { surveyPage } from './survey-page.ts';

const mostFields = 500;

export async function draftHtml({ decoded, page, savedFile, saidBeside }: ParsedPage): Promise<ExamineDraft> {
  const found = findMetadata(page, decoded.text);
  const warnings = new Set<IntakeWarning>([...decoded.warnings, ...surveyPage(page)]);
  const language = declaredLanguage(page);
  const title = page.title.trim();
  const clean = sanitisePage(page);
  for (const warning of await inlinePictures(clean, savedFile)) warnings.add(warning);
  // Last, because Readability rearranges the document it reads.
  const main = readMainText(page);
  const { text, cut } = cutText(main.text);
  if (cut) warnings.add('text-cut');
  const byline = main.byline === null ? [] : [{ field: 'author', value: main.byline.slice(0, 4_000), where: 'byline' }];
  return {
    text: text === '' ? null : { text, language: language ?? guessLanguage(text), encoding: decoded.encoding },
    pageHtml: buildPageDocument({ title, language, bodyHtml: clean.innerHTML }),
    picture: null,
    found: [...saidBeside, ...found, ...byline].slice(0, mostFields),
    warnings: [...warnings],
  };
}

function declaredLanguage(page: Document): string | null {
  const tag = page.documentElement.lang.trim().replaceAll('_', '-');
  return /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(tag) && tag.length <= 35 ? tag : null;
}
