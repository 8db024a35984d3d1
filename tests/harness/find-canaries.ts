import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formsOf } from './canary-forms.ts';

/** Files below the folders that hold a canary word, in their name or in their bytes (UTF-8, UTF-16, base64 or hexadecimal), as `word in file`. */
export function findCanaries(folders: readonly string[], words: readonly string[]): readonly string[] {
  const shapes = words.map((word) => ({ word, forms: formsOf(word).map(({ bytes }) => bytes) }));
  return folders.flatMap(filesBelow).flatMap((file) => {
    const bytes = Buffer.concat([Buffer.from(file.slice(file.lastIndexOf('/') + 1)), readIfThere(file)]);
    return shapes.filter(({ forms }) => forms.some((form) => bytes.includes(form))).map(({ word }) => `${word} in ${file}`);
  });
}

/** Number of files below the folders: a scan of nothing shows nothing. */
export function countFiles(folders: readonly string[]): number {
  return folders.flatMap(filesBelow).length;
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
