import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Files below the folders that hold a canary word, in their name or in their bytes (UTF-8, UTF-16 or base64), as `word in file`. */
export function findCanaries(folders: readonly string[], words: readonly string[]): readonly string[] {
  const shapes = words.map((word) => ({ word, forms: [Buffer.from(word), Buffer.from(word, 'utf16le'), ...base64Forms(word)] }));
  return folders.flatMap(filesBelow).flatMap((file) => {
    const bytes = Buffer.concat([Buffer.from(file.slice(file.lastIndexOf('/') + 1)), readIfThere(file)]);
    return shapes.filter(({ forms }) => forms.some((form) => bytes.includes(form))).map(({ word }) => `${word} in ${file}`);
  });
}

/** Number of files below the folders: a scan of nothing shows nothing. */
export function countFiles(folders: readonly string[]): number {
  return folders.flatMap(filesBelow).length;
}

/** The inner part of the three ways a word can lie across base64's groups of three bytes. */
function base64Forms(word: string): readonly Buffer[] {
  return [0, 1, 2].map((shift) => {
    const text = Buffer.from('\0'.repeat(shift) + word)
      .toString('base64')
      .replace(/=+$/, '');
    return Buffer.from(text.slice(shift === 0 ? 0 : 4, -2));
  });
}

function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
  } catch {
    return []; // vanished while being listed, as files of a running browser do
  }
}

function readIfThere(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    return Buffer.alloc(0);
  }
}
