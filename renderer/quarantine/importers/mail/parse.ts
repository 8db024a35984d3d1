import { type ExamineDraft, type ExamineJob, mostAttached } from '#shared/contract/quarantine.ts';
import { type DecodedText, decodeText } from '../../encoding/decode-text.ts';
import { type HeaderFields, parameterOf, parameterWords } from '../../mime/header-fields.ts';
import { partsByAddress } from '../../mime/parts-by-address.ts';
import { leavesOf, type MimePart, readMime } from '../../mime/read-mime.ts';
import type { SavedFile } from '../html/saved-files.ts';
import { unflowed } from './unflowed.ts';

export type ParsedMail = {
  readonly fields: HeaderFields;
  /** As its writer's program laid it out; null when the mail is plain. */
  readonly page: DecodedText | null;
  /** The plain words, of all parts; null when there are none. */
  readonly plain: DecodedText | null;
  readonly savedFile: SavedFile;
  readonly attachments: readonly { readonly name: string; readonly type: string; readonly bytes: number }[];
};

export function parseMail(job: ExamineJob): ParsedMail {
  const mail = readMime(job.bytes);
  const leaves = leavesOf(mail);
  const shown = leaves.filter((part) => !isAttached(part));
  const page = shown.find((part) => part.type === 'text/html');
  const plain = shown.filter((part) => part.type === 'text/plain');
  const partAt = partsByAddress(leaves, null);
  return {
    fields: mail.fields,
    page: page === undefined ? null : wordsIn(page, true, job.encoding),
    plain: joined(plain.map((part) => wordsIn(part, false, job.encoding))),
    savedFile: (address) => partAt(address)?.content() ?? null,
    attachments: attachedOf(leaves).map((part) => ({ name: nameOf(part), type: part.type, bytes: part.content().length })),
  };
}

/** The bytes of what {@link ParsedMail.attachments} tells. */
export function attachedIn(job: ExamineJob): NonNullable<ExamineDraft['attached']> {
  return attachedOf(leavesOf(readMime(job.bytes))).map((part) => ({ name: nameOf(part), bytes: part.content() }));
}

const attachedOf = (leaves: readonly MimePart[]) => leaves.filter((part) => isAttached(part) || !/^text\/(plain|html)$/.test(part.type)).slice(0, mostAttached);
const isAttached = ({ fields }: MimePart) => /^\s*attachment\b/i.test(fields.first('content-disposition') ?? '');

function nameOf({ fields }: MimePart): string {
  const name = parameterWords(fields.first('content-disposition') ?? '', 'filename') || parameterWords(fields.first('content-type') ?? '', 'name');
  return name.slice(0, 200);
}

function wordsIn(part: MimePart, html: boolean, chosen: string | null): DecodedText {
  const type = part.fields.first('content-type') ?? '';
  const decoded = decodeText(part.content(), { html, chosen: chosen ?? parameterOf(type, 'charset') });
  const isFlowed = !html && parameterOf(type, 'format')?.toLowerCase() === 'flowed';
  return isFlowed ? { ...decoded, text: unflowed(decoded.text, parameterOf(type, 'delsp')?.toLowerCase() === 'yes') } : decoded;
}

function joined(parts: readonly DecodedText[]): DecodedText | null {
  const [first] = parts;
  if (first === undefined) return null;
  return { ...first, text: parts.map(({ text }) => text.trimEnd()).join('\n\n'), warnings: [...new Set(parts.flatMap(({ warnings }) => warnings))] };
}
