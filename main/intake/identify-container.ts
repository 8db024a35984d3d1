/** What a container holds: its type and the extensions under which it honestly comes. */
export type FoundType = { readonly mime: string; readonly extensions: readonly string[] };

/** RIFF, ISO base media and zip files name what they are a little way in. Null when it is none of these. */
export function identifyContainer(head: Uint8Array): FoundType | null {
  const word = (at: number) => String.fromCharCode(...head.subarray(at, at + 4));
  if (word(0) === 'RIFF') return riffTypes[word(8)] ?? null;
  if (word(0) === 'OggS') return has(head, 'theora') ? type('video/ogg', 'ogv ogg') : type('audio/ogg', 'ogg oga opus spx');
  // EBML; the document type behind it says whether browsers know what is inside.
  if (word(0) === '\u001aE\u00df\u00a3' && has(head, 'webm')) return type('video/webm', 'webm mkv');
  if (word(4) === 'ftyp') return isoType(word(8), head);
  if (word(0) === 'PK\u0003\u0004' || word(0) === 'PK\u0005\u0006') return zipType(head);
  return null;
}

/** Whether a word stands near the beginning. */
const has = (head: Uint8Array, wanted: string) => new TextDecoder('latin1').decode(head.subarray(0, 128)).includes(wanted);
const type = (mime: string, extensions: string): FoundType => ({ mime, extensions: extensions.split(' ') });

const riffTypes: { readonly [form: string]: FoundType } = {
  WEBP: type('image/webp', 'webp'),
  'AVI ': type('video/x-msvideo', 'avi'),
  WAVE: type('audio/wav', 'wav'),
};

/** ISO/IEC 14496-12 §4.3: the major brand, then compatible brands. */
function isoType(brand: string, head: Uint8Array): FoundType {
  const brands = [brand, ...compatibleBrands(head)];
  if (brands.some((one) => one === 'avif' || one === 'avis')) return type('image/avif', 'avif avifs');
  if (brands.some((one) => /^(heic|heix|hevc|hevx|heim|heis)$/.test(one)) || brand === 'mif1') return type('image/heic', 'heic heif hif');
  if (brand === 'qt  ') return type('video/quicktime', 'mov qt');
  if (brand.startsWith('M4A') || brand.startsWith('M4B')) return type('audio/mp4', 'm4a m4b mp4');
  if (brand.startsWith('3g')) return type('video/3gpp', '3gp 3g2 mp4');
  return type('video/mp4', 'mp4 m4v mov m4a');
}

function compatibleBrands(head: Uint8Array): string[] {
  const end = Math.min(new DataView(head.buffer, head.byteOffset, head.byteLength).getUint32(0), head.length, 256);
  const brands: string[] = [];
  for (let at = 16; at + 4 <= end; at += 4) brands.push(String.fromCharCode(...head.subarray(at, at + 4)));
  return brands;
}

/** Office files and EPUB are zip files whose first entries have known names; anything else is a plain archive. */
function zipType(head: Uint8Array): FoundType {
  const names = new TextDecoder('latin1').decode(head.subarray(0, 16_384));
  if (names.includes('mimetypeapplication/epub+zip')) return type('application/epub+zip', 'epub');
  if (names.includes('mimetypeapplication/vnd.oasis.opendocument.text')) return type('application/vnd.oasis.opendocument.text', 'odt');
  if (names.includes('mimetypeapplication/vnd.oasis.opendocument.spreadsheet')) return type('application/vnd.oasis.opendocument.spreadsheet', 'ods');
  if (!names.includes('[Content_Types].xml')) return type('application/zip', 'zip wacz jar apk kmz cbz');
  if (names.includes('word/')) return type('application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'docx docm dotx');
  if (names.includes('xl/')) return type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'xlsx xlsm');
  if (names.includes('ppt/')) return type('application/vnd.openxmlformats-officedocument.presentationml.presentation', 'pptx pptm');
  return type('application/zip', 'docx xlsx pptx zip vsdx');
}
