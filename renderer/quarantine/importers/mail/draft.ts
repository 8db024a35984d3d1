import type { ExamineDraft } from '#shared/contract/quarantine.ts';
import type { FoundField, IntakeWarning } from '#shared/domain/evidence/evidence-item.ts';
import { guessLanguage } from '../../language/guess-language.ts';
import { type HeaderFields, wordsOf } from '../../mime/header-fields.ts';
import { cutText } from '../cut-text.ts';
import { blockText } from '../html/block-text.ts';
import { inlinePictures } from '../html/inline-pictures.ts';
import { buildPageDocument } from '../html/page-document.ts';
import { inertPage } from '../html/parse.ts';
import { sanitisePage } from '../html/sanitise-page.ts';
import { surveyPage } from '../html/survey-page.ts';
import type { ParsedMail } from './parse.ts';

/** What stands over a mail for whoever reads it, in this order. */
const shownFields = ['From', 'To', 'Cc', 'Date', 'Subject'];
const mostHops = 40;
const mostFields = 500;

/** The text is what the mail shows: its head, and its page where it has one, else its plain words. */
export async function draftMail(mail: ParsedMail): Promise<ExamineDraft> {
  const head = shownFields.map((name) => [name, wordsOf(mail.fields.first(name.toLowerCase()) ?? '')] as const).filter(([, value]) => value !== '');
  const subject = head.find(([name]) => name === 'Subject')?.[1] ?? '';
  const warnings = new Set<IntakeWarning>((mail.page ?? mail.plain)?.warnings);
  const page = mail.page === null ? null : inertPage(mail.page.text);
  const body = page?.body == null ? (mail.plain?.text ?? '') : blockText(page.body);
  const { text, cut } = cutText([...head.map(([name, value]) => `${name}: ${value}`), '', body].join('\n').trim());
  if (cut) warnings.add('text-cut');
  const language = guessLanguage(body);
  let pageHtml: string | null = null;
  if (page !== null) {
    for (const warning of surveyPage(page)) warnings.add(warning);
    page.body.prepend(headOf(page, head));
    const clean = sanitisePage(page);
    for (const warning of await inlinePictures(clean, mail.savedFile)) warnings.add(warning);
    pageHtml = buildPageDocument({ title: subject, language, bodyHtml: clean.innerHTML });
  }
  const encoding = (mail.page ?? mail.plain)?.encoding ?? null;
  return { text: text === '' ? null : { text, language, encoding }, pageHtml, picture: null, found: foundIn(mail), warnings: [...warnings] };
}

function headOf(page: Document, head: readonly (readonly [name: string, value: string])[]): DocumentFragment {
  const fragment = page.createDocumentFragment();
  const lines = page.createElement('p');
  for (const [name, value] of head) {
    const label = page.createElement('strong');
    label.textContent = name;
    lines.append(label, ` ${value}`, page.createElement('br'));
  }
  fragment.append(lines, page.createElement('hr'));
  return fragment;
}

function foundIn({ fields, attachments }: ParsedMail): FoundField[] {
  const words = (field: string, name: string): FoundField[] => fields.all(name.toLowerCase()).map((value) => ({ field, value: wordsOf(value), where: name }));
  const found = [
    ...words('title', 'Subject'),
    ...words('author', 'From'),
    ...words('recipient', 'To'),
    ...words('recipient', 'Cc'),
    ...words('reply-to', 'Reply-To'),
    ...words('published', 'Date'),
    ...inUniversalTime(fields),
    ...words('message-id', 'Message-ID'),
    ...words('answers', 'In-Reply-To'),
    ...words('program', 'User-Agent'),
    ...words('program', 'X-Mailer'),
    ...words('signed', 'DKIM-Signature'),
    // The last is the first hop: each server puts its own line on top.
    ...words('received', 'Received').slice(0, mostHops),
    ...attachments.map(({ name, type, bytes }) => ({ field: 'attachment', value: `${name} (${type}, ${bytes} bytes)`, where: 'attachment' })),
  ];
  return found
    .map((each) => ({ ...each, value: each.value.slice(0, 4_000) }))
    .filter(({ value }) => value !== '')
    .slice(0, mostFields);
}

function inUniversalTime(fields: HeaderFields): FoundField[] {
  const at = Date.parse(fields.first('date') ?? '');
  return Number.isNaN(at) ? [] : [{ field: 'published', value: new Date(at).toISOString().replace('.000Z', 'Z'), where: 'Date, in universal time' }];
}
