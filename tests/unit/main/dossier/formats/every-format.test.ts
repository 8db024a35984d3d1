import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dossierPort } from '#main/dossier/dossier-port.ts';
import { dossierFormats } from '#main/dossier/formats/list.ts';
import { secretName, secretQuote, secretTitle } from '#tests/fixtures/dossier/sample-case.ts';
import { quietly, sampleDossier, sampleOpenCase } from '#tests/fixtures/dossier/sample-dossier.ts';

const folder = mkdtempSync(join(tmpdir(), 'formats-'));
// HTML and PDF have specs of their own.
const formats = dossierFormats.filter(({ id }) => id !== 'pdf' && id !== 'html').map(({ id }) => id);
const filesIn = (at: string) =>
  readdirSync(at, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(at.length + 1))
    .sort();
const text = (at: string, file: string) => readFileSync(join(at, file), 'utf8');
const team = join(folder, 'team');
const outside = join(folder, 'public');

beforeAll(async () => {
  for (const [at, profile] of [[team, 'team'] as const, [outside, 'public'] as const]) {
    const written = await dossierPort(sampleOpenCase).write(sampleDossier(profile), at, formats, quietly);
    if (!written.ok) throw new Error(written.problem.kind);
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('every format of a dossier', () => {
  it('is the same bytes when it is exported again', async () => {
    const again = join(folder, 'again');
    expect((await dossierPort(sampleOpenCase).write(sampleDossier('team'), again, formats, quietly)).ok).toBe(true);
    expect(filesIn(again)).toEqual(filesIn(team));
    for (const file of filesIn(team)) expect(readFileSync(join(again, file)).equals(readFileSync(join(team, file))), file).toBe(true);
    expect(dossierFormats.filter(({ varies }) => varies !== null)).toEqual([]);
  });

  it('is told before it is written: the names of all its files, and of no other', () => {
    expect(dossierPort(sampleOpenCase).namesOfFiles(sampleDossier('team'), formats)).toEqual(filesIn(team));
  });

  it('has names that every system and every checksum tool takes', () => {
    for (const file of filesIn(team)) expect(file).toMatch(/^[A-Za-z0-9_.-]+(\/[A-Za-z0-9_.-]+)*$/);
  });

  it('holds no word of what a public edition withholds', () => {
    const withheld = [secretName, secretQuote, secretTitle, 'Kang', '강철', 'leak.example', 'secret caption'];
    for (const file of filesIn(outside)) for (const words of withheld) expect(text(outside, file).includes(words), `${words} in ${file}`).toBe(false);
  });

  it('tells the same claims as the others', () => {
    const telling = ['dossier.docx', 'dossier.xlsx', 'tables/claims.csv', 'vault/Dossier.md', 'graph/dossier.gexf', 'dossier.stix.json', 'dossier.case.jsonld'];
    for (const file of telling)
      for (const words of ['The ferry sank at night.', 'Тыва']) expect(text(team, file).includes(words), `${words} in ${file}`).toBe(true);
  });
});

describe('the bag', () => {
  it('lists its payload with the digests of the files beside it, and its tags with theirs', () => {
    const outer = new Map(
      text(team, 'manifest-sha256.txt')
        .split('\n')
        .map((line) => [line.slice(66), line.slice(0, 64)]),
    );
    for (const line of text(team, 'bag/manifest-sha256.txt').trim().split('\n')) expect(outer.get(`bag/${line.slice(66)}`)).toBe(line.slice(0, 64));
    for (const line of text(team, 'bag/tagmanifest-sha256.txt').trim().split('\n')) expect(outer.get(`bag/${line.slice(66)}`)).toBe(line.slice(0, 64));
    const held = filesIn(join(team, 'bag', 'data'));
    expect(text(team, 'bag/bag-info.txt')).toContain(`.${held.length}\n`);
  });

  it('describes every file in its crate, each digest and the taking in of each exhibit', () => {
    const crate: { '@graph': readonly { readonly '@id': string; readonly '@type': string }[] } = JSON.parse(text(team, 'bag/data/ro-crate-metadata.json'));
    const described = crate['@graph'].filter((entity) => entity['@type'] === 'File').map((entity) => entity['@id']);
    expect([...described, 'ro-crate-metadata.json'].sort()).toEqual(filesIn(join(team, 'bag', 'data')));
    expect(crate['@graph'].some((entity) => entity['@id'] === '#taken-in-E1')).toBe(true);
  });
});

describe('the vault', () => {
  it('has a page behind every link, and a picture behind every embed', () => {
    const files = new Set(filesIn(join(team, 'vault')));
    const pages = new Set([...files].flatMap((file) => (file.endsWith('.md') ? [file.replace(/^.*\//, '').replace(/\.md$/, '')] : [])));
    let links = 0;
    for (const file of files) {
      if (!file.endsWith('.md')) continue;
      for (const [, embed, target = ''] of text(join(team, 'vault'), file).matchAll(/(!?)\[\[([^\]]+)\]\]/g)) {
        links += 1;
        expect(embed === '!' ? files.has(target) : pages.has(target), `${target} in ${file}`).toBe(true);
      }
    }
    expect(links).toBeGreaterThan(20);
    const canvas: { nodes: readonly { file: string }[] } = JSON.parse(text(team, 'vault/Dossier.canvas'));
    for (const { file } of canvas.nodes) expect(files.has(file)).toBe(true);
  });
});
