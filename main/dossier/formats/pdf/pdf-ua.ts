/**
 * Declares a PDF/A-3a file of the typesetter to be PDF/UA-1 too (ISO 14289-1, 5 and 7.1): the identification in its XMP
 * metadata with the extension schema that PDF/A asks for (ISO 19005-3, 6.6.2.3.2), and the title shown in the window. Written
 * as an incremental update (ISO 32000-1, 7.5.6), so that the original bytes stay in front and the result depends on nothing
 * else. The rest of PDF/UA the typesetter already does: tags, alternative texts, headings in order.
 *
 * Throws when the file is not built as expected: then the typesetter has changed and this has to be looked at.
 */
export function declareUa(pdf: Uint8Array): Uint8Array {
  const text = Buffer.from(pdf).toString('latin1');
  const start = found(/startxref\s+(\d+)\s+%%EOF\s*$/, text);
  const trailer = text.slice(text.lastIndexOf('trailer'));
  const root = found(/\/Root (\d+) 0 R/, trailer);
  const catalog = objectIn(text, root);
  const metadata = found(/\/Metadata (\d+) 0 R/, catalog);
  const xmp = identified(streamOf(objectIn(text, metadata)));
  // `/Suspects false` says what its absence says, but the readers that build on poppler complain of it.
  const trusted = catalog.replace(/\s*\/Suspects false/, '');
  const titled = replacedOnce(trusted, '/Direction /L2R', '/Direction /L2R\n    /DisplayDocTitle true');
  const stream = `${metadata} 0 obj\n<<\n  /Length ${xmp.length}\n  /Type /Metadata\n  /Subtype /XML\n>>\nstream\n${xmp}\nendstream\nendobj\n`;
  return appendObjects(
    pdf,
    [
      { number: Number(metadata), body: stream },
      { number: Number(root), body: `${titled}\n` },
    ],
    {
      start,
      size: found(/\/Size (\d+)/, trailer),
      root,
      info: /\/Info (\d+) 0 R/.exec(trailer)?.[1] ?? null,
      id: found(/\/ID (\[[^\]]*\])/, trailer),
    },
  );
}

type Trailer = { readonly start: string; readonly size: string; readonly root: string; readonly info: string | null; readonly id: string };

function appendObjects(pdf: Uint8Array, objects: readonly { readonly number: number; readonly body: string }[], trailer: Trailer): Uint8Array {
  let update = pdf.at(-1) === 0x0a ? '' : '\n';
  const entries: string[] = [];
  for (const { number, body } of objects) {
    entries.push(`${number} 1\n${String(pdf.length + update.length).padStart(10, '0')} 00000 n \n`);
    update += body;
  }
  const table = pdf.length + update.length;
  const info = trailer.info === null ? '' : `  /Info ${trailer.info} 0 R\n`;
  update += `xref\n${entries.join('')}trailer\n<<\n  /Size ${trailer.size}\n  /Root ${trailer.root} 0 R\n${info}  /ID ${trailer.id}\n  /Prev ${trailer.start}\n>>\nstartxref\n${table}\n%%EOF\n`;
  return Buffer.concat([pdf, Buffer.from(update, 'latin1')]);
}

const namespace = 'http://www.aiim.org/pdfua/ns/id/';
const schema = `<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema><pdfaSchema:namespaceURI>${namespace}</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>Indicates, which part of ISO 14289 standard is followed</pdfaProperty:description><pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType></rdf:li></rdf:Seq></pdfaSchema:property></rdf:li>`;

function identified(xmp: string): string {
  if (xmp.includes('pdfuaid')) throw new Error('PDF/UA: the metadata already names it');
  const named = replacedOnce(xmp, 'xmlns:pdfaid=', `xmlns:pdfuaid="${namespace}" xmlns:pdfaid=`);
  return replacedOnce(named, '<pdfaExtension:schemas><rdf:Bag>', `<pdfuaid:part>1</pdfuaid:part><pdfaExtension:schemas><rdf:Bag>${schema}`);
}

/** The last definition of an object, from its number to `endobj`. */
function objectIn(text: string, number: string): string {
  const at = text.lastIndexOf(`\n${number} 0 obj`) + 1;
  const end = text.indexOf('endobj', at);
  if (at === 0 || end < 0) throw new Error('PDF/UA: an object is missing');
  return text.slice(at, end + 'endobj'.length);
}

function streamOf(object: string): string {
  const from = object.indexOf('stream\n') + 'stream\n'.length;
  const to = object.lastIndexOf('\nendstream');
  if (from < 'stream\n'.length || to < from) throw new Error('PDF/UA: the metadata is no plain stream');
  return object.slice(from, to);
}

function replacedOnce(text: string, old: string, fresh: string): string {
  const at = text.indexOf(old);
  if (at < 0) throw new Error(`PDF/UA: the file has no ${old}`);
  return text.slice(0, at) + fresh + text.slice(at + old.length);
}

function found(pattern: RegExp, text: string): string {
  const match = pattern.exec(text)?.[1];
  if (match === undefined) throw new Error(`PDF/UA: the file has no ${pattern.source}`);
  return match;
}
