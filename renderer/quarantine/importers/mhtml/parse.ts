import type { ExamineJob } from '#shared/contract/quarantine.ts';
import type { FoundField } from '#shared/domain/evidence/evidence-item.ts';
import { decodeText } from '../../encoding/decode-text.ts';
import { parameterOf, wordsOf } from '../../mime/header-fields.ts';
import { partsByAddress } from '../../mime/parts-by-address.ts';
import { leavesOf, type MimePart, readMime } from '../../mime/read-mime.ts';
import { inertPage, type ParsedPage } from '../html/parse.ts';
import { foldFramesIn } from './fold-frames-in.ts';

const pages = ['text/html', 'application/xhtml+xml'];

/** The page that the archive was made of, with the pages of its frames in it; pictures are found among the other parts. Null when there is none. */
export function parseMhtml(job: ExamineJob): ParsedPage | null {
  const archive = readMime(job.bytes);
  const root = rootOf(archive);
  if (root === null) return null;
  const address = root.fields.first('content-location') ?? archive.fields.first('snapshot-content-location') ?? archive.fields.first('content-location');
  const partAt = partsByAddress(leavesOf(archive), address);
  const decoded = decodePage(root, job.encoding);
  const page = inertPage(decoded.text);
  foldFramesIn(page, (frame) => {
    const part = partAt(frame);
    return part !== null && pages.includes(part.type) ? inertPage(decodePage(part, null).text) : null;
  });
  return { decoded, page, savedFile: (reference) => partAt(reference)?.content() ?? null, saidBeside: saidBeside(archive, address) };
}

/** The part that the archive begins with: the one it names, or its first page. */
function rootOf(archive: MimePart): MimePart | null {
  const leaves = leavesOf(archive);
  const start = parameterOf(archive.fields.first('content-type') ?? '', 'start');
  const named = start === null ? undefined : leaves.find((part) => part.fields.first('content-id')?.trim() === start.trim());
  return [named, ...leaves].find((part) => part !== undefined && pages.includes(part.type)) ?? null;
}

/** The analyst's choice, then the charset of the part, then what the page declares or looks like. */
function decodePage(part: MimePart, chosen: string | null) {
  return decodeText(part.content(), { html: true, chosen: chosen ?? parameterOf(part.fields.first('content-type') ?? '', 'charset') });
}

function saidBeside({ fields }: MimePart, address: string | null): readonly FoundField[] {
  const said = [
    { field: 'url', value: fields.first('snapshot-content-location') ?? '', where: 'Snapshot-Content-Location' },
    { field: 'url', value: address ?? '', where: 'Content-Location' },
    { field: 'saved', value: fields.first('date') ?? '', where: 'Date' },
    { field: 'title', value: wordsOf(fields.first('subject') ?? ''), where: 'Subject' },
    { field: 'generator', value: wordsOf(fields.first('from') ?? ''), where: 'From' },
  ];
  return said.map((each) => ({ ...each, value: each.value.slice(0, 4_000) })).filter(({ value }) => value !== '');
}
