/** One kind of file by its first bytes. `at` counts bytes; `extensions` are those under which it honestly comes. */
export type Magic = { readonly mime: string; readonly at: number; readonly bytes: readonly number[]; readonly extensions: readonly string[] };

const latin = (text: string) => [...text].map((character) => character.charCodeAt(0));
const magic = (mime: string, extensions: string, bytes: string | readonly number[], at = 0): Magic => ({
  mime,
  at,
  bytes: typeof bytes === 'string' ? latin(bytes) : bytes,
  extensions: extensions.split(' '),
});

const jpegNames = 'jpg jpeg jpe jfif jif';
const officeNames = 'doc xls ppt msi msg';

/** Containers (RIFF, ISO media, zip) that need a second look are in identify-container.ts; text in identify-text.ts. */
export const magics: readonly Magic[] = [
  magic('image/png', 'png apng', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  magic('image/jpeg', jpegNames, [0xff, 0xd8, 0xff]),
  magic('image/gif', 'gif', 'GIF87a'),
  magic('image/gif', 'gif', 'GIF89a'),
  magic('image/tiff', 'tif tiff dng nef cr2 arw', [0x49, 0x49, 0x2a, 0x00]),
  magic('image/tiff', 'tif tiff dng nef', [0x4d, 0x4d, 0x00, 0x2a]),
  magic('image/vnd.adobe.photoshop', 'psd psb', '8BPS'),
  magic('image/jxl', 'jxl', [0x00, 0x00, 0x00, 0x0c, 0x4a, 0x58, 0x4c, 0x20, 0x0d, 0x0a, 0x87, 0x0a]),
  magic('image/jxl', 'jxl', [0xff, 0x0a]),
  magic('application/pdf', 'pdf ai', '%PDF-'),
  magic('application/postscript', 'ps eps ai', '%!PS'),
  magic('application/rtf', 'rtf doc', '{\\rtf'),
  magic('application/x-ole-storage', officeNames, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
  magic('application/gzip', 'gz tgz warc.gz', [0x1f, 0x8b]),
  magic('application/x-7z-compressed', '7z', [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]),
  magic('application/vnd.rar', 'rar', [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07]),
  magic('application/x-xz', 'xz', [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]),
  magic('application/x-bzip2', 'bz2', 'BZh'),
  magic('application/zstd', 'zst', [0x28, 0xb5, 0x2f, 0xfd]),
  magic('application/x-tar', 'tar', 'ustar', 257),
  magic('application/vnd.sqlite3', 'sqlite sqlite3 db', 'SQLite format 3\u0000'),
  magic('application/warc', 'warc', 'WARC/1.'),
  magic('video/x-matroska', 'mkv webm mka', [0x1a, 0x45, 0xdf, 0xa3]),
  magic('video/x-flv', 'flv', 'FLV\u0001'),
  magic('video/mp2t', 'ts mts m2ts', [0x47, 0x40]),
  magic('video/mpeg', 'mpg mpeg vob', [0x00, 0x00, 0x01, 0xba]),
  magic('audio/mpeg', 'mp3', 'ID3'),
  magic('audio/mpeg', 'mp3', [0xff, 0xfb]),
  magic('audio/flac', 'flac', 'fLaC'),
  magic('application/ogg', 'ogg oga ogv opus', 'OggS'),
  magic('application/x-executable', 'so elf bin', [0x7f, 0x45, 0x4c, 0x46]),
  magic('application/vnd.microsoft.portable-executable', 'exe dll scr sys', 'MZ'),
  magic('image/bmp', 'bmp dib', 'BM'),
];
