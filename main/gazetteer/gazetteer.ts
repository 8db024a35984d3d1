import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';
import type { GazetteerPort } from '#main/usecases/ports/desk.ts';
import { suggestNames } from '#shared/domain/entity/suggest-names.ts';
import { foldText } from '#shared/domain/search/fold-text.ts';

type Town = { readonly name: string; readonly folded: string; readonly country: string; readonly latitude: number; readonly longitude: number };

const unpack = promisify(brotliDecompress);

/** Towns of the file that ships with the program (assets/gazetteer), read at the first question. */
export function openGazetteer(): GazetteerPort {
  let read: Promise<readonly Town[]> | null = null;
  return {
    find: async (match, limit) => {
      const wanted = spellings(match);
      if (wanted.length === 0) return [];
      read ??= readTowns();
      const found: { readonly town: Town; readonly rank: number }[] = [];
      for (const town of await read) {
        const rank = rankOf(town.folded, wanted);
        if (rank > 0) found.push({ town, rank });
      }
      found.sort((a, b) => b.rank - a.rank || a.town.name.length - b.town.name.length);
      return found.slice(0, limit).map(({ town: { name, country, latitude, longitude } }) => ({ name, country, latitude, longitude }));
    },
  };
}

/** The name as typed and as the tables write it in Latin letters, the Korean ones without the breaths that maps leave out. */
function spellings(match: string): readonly string[] {
  const typed = match.trim();
  if (typed.length < 2) return [];
  const others = suggestNames([typed]).flatMap(({ text }) => [text, text.replace(/[\s’'-]/g, ''), text.replace(/[\s’'-]/g, '').replace(/([ptk])h/gi, '$1')]);
  return [...new Set([typed, ...others].map(foldText))].filter((text) => text !== '');
}

function rankOf(folded: string, wanted: readonly string[]): number {
  let best = 0;
  for (const text of wanted) {
    const at = folded.indexOf(text);
    if (at < 0) continue;
    const rank = at > 0 ? 1 : folded.length === text.length ? 3 : 2;
    if (rank > best) best = rank;
  }
  return best;
}

async function readTowns(): Promise<readonly Town[]> {
  const places = [join(import.meta.dirname, '../../assets/gazetteer/cities.br'), join(import.meta.dirname, '../assets/gazetteer/cities.br')];
  const path = places.find(existsSync);
  if (path === undefined) throw new Error('assets/gazetteer/cities.br is not where the build puts it');
  const towns: Town[] = [];
  let country = '';
  for (const line of (await unpack(await readFile(path))).toString('utf8').split('\n')) {
    if (line.startsWith('=')) country = line.slice(1);
    const [name, latitude, longitude] = line.split('\t');
    if (name && latitude && longitude)
      towns.push({ name, folded: foldText(name), country, latitude: Number(latitude) / 1e4, longitude: Number(longitude) / 1e4 });
  }
  return towns;
}
