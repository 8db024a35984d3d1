import type { PDFDocumentProxy } from 'pdfjs-dist';
import type { FoundField } from '#shared/domain/evidence/evidence-item.ts';

const fields: Readonly<Record<string, string>> = {
  Title: 'title',
  Author: 'author',
  Subject: 'subject',
  Keywords: 'keywords',
  Creator: 'software',
  Producer: 'producer',
  CreationDate: 'created',
  ModDate: 'changed',
  PDFFormatVersion: 'version',
};

/** What the document says of itself, in its information dictionary and in its XMP packet; the two often disagree. */
export async function foundInDocument(document: PDFDocumentProxy): Promise<FoundField[]> {
  try {
    const { info, metadata } = await document.getMetadata();
    const said = Object.entries(info).flatMap(([name, value]) => field(fields[name], value, `PDF ${name}`));
    const xmp = metadata ? [...(metadata as unknown as Iterable<readonly [string, unknown]>)].flatMap(([name, value]) => field(name, value, 'XMP')) : [];
    return [...said, ...xmp].slice(0, 200);
  } catch {
    return []; // it says nothing that can be read
  }
}

function field(name: string | undefined, value: unknown, where: string): FoundField[] {
  const text = Array.isArray(value) ? value.join(', ') : typeof value === 'string' ? value : '';
  if (name === undefined || text.trim() === '') return [];
  return [{ field: name.slice(0, 80), value: dated(text.trim()).slice(0, 4_000), where }];
}

/** `D:20250112093000+02'00'` (PDF 1.7 §7.9.4) as people and other fields write moments. */
function dated(text: string): string {
  const found = /^D:(\d{4})(\d{2})?(\d{2})?(\d{2})?(\d{2})?(\d{2})?(Z|[+-]\d{2})?'?(\d{2})?/.exec(text);
  if (!found) return text;
  const [, year, month = '01', day = '01', hour, minute = '00', second = '00', zone = '', zoneMinutes = '00'] = found;
  const clock = hour === undefined ? '' : `T${hour}:${minute}:${second}${zone === '' || zone === 'Z' ? zone : `${zone}:${zoneMinutes}`}`;
  return `${year}-${month}-${day}${clock}`;
}
