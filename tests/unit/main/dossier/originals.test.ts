import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { corroborate } from '#tests/harness/command-line.ts';
import { inTemporaryFolder } from '#tests/harness/stored-case.ts';

const page = '<!doctype html><title>A page</title><script src="https://example.com/a.js"></script><p>The train left at nine.';
const letter = 'Dear all, the train left at nine.';
const long = Buffer.from(Uint8Array.from({ length: 2_500_000 }, (_, at) => (at * 31) & 0xff));
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

describe('originals of exhibits', { timeout: 120_000 }, () => {
  it('leave for a court and in full disclosure only, in the bag, byte for byte, and nothing that a program would run has a name that runs it', () =>
    inTemporaryFolder(async (parent) => {
      const at = (name: string) => join(parent, name);
      writeFileSync(at('letter.txt'), letter);
      writeFileSync(at('page.html'), page);
      writeFileSync(at('train.dat'), long);
      for (const args of [
        ['new', at('a.case'), '--title', 'Trains'],
        ['import', at('a.case'), at('letter.txt'), at('page.html'), at('train.dat')],
      ])
        expect((await corroborate(args)).code).toBe(0);
      for (const profile of ['public', 'team', 'court', 'disclosure']) {
        const made = await corroborate(['dossier', at('a.case'), '--out', at(profile), '--profile', profile, '--format', 'bag']);
        expect([profile, made.code, made.err]).toEqual([profile, 0, '']);
        const originals = join(at(profile), 'bag/data/originals');
        expect(readFileSync(join(at(profile), 'README.txt'), 'utf8')).toContain(existsSync(originals) ? 'lie in bag/data/originals' : 'Ask the sender');
        expect((await corroborate(['verify', at(profile)])).code).toBe(0);
        if (profile === 'public' || profile === 'team') {
          expect(existsSync(originals)).toBe(false);
          continue;
        }
        expect(readdirSync(originals)).toEqual(['E0001.txt', 'E0002.bin', 'E0003.bin']);
        expect(readFileSync(join(originals, 'E0001.txt'), 'utf8')).toBe(letter);
        expect(readFileSync(join(originals, 'E0002.bin'), 'utf8')).toBe(page);
        expect(readFileSync(join(originals, 'E0003.bin')).equals(long)).toBe(true);
        const manifest = readFileSync(join(at(profile), 'bag/manifest-sha256.txt'), 'utf8');
        expect(manifest).toContain(`${sha256(long)}  data/originals/E0003.bin\n`);
        const crate = readFileSync(join(at(profile), 'bag/data/ro-crate-metadata.json'), 'utf8');
        expect(JSON.parse(crate)['@graph']).toContainEqual(expect.objectContaining({ '@id': 'originals/E0002.bin', encodingFormat: 'text/html' }));
        expect(readFileSync(join(at(profile), 'dossier.json'), 'utf8')).not.toMatch(/"(blob|original)"/);
      }
    }));

  it('that are damaged in the case stop the export, and nothing is left of it', () =>
    inTemporaryFolder(async (parent) => {
      const at = (name: string) => join(parent, name);
      writeFileSync(at('train.dat'), long);
      expect((await corroborate(['new', at('a.case'), '--title', 'Trains'])).code).toBe(0);
      expect((await corroborate(['import', at('a.case'), at('train.dat')])).code).toBe(0);
      const [blob] = readdirSync(at('a.case/blob'), { recursive: true, encoding: 'utf8' }).filter((name) => name.length > 40);
      const bytes = readFileSync(join(at('a.case/blob'), blob ?? ''));
      bytes.writeUInt8(bytes.readUInt8(2_000_000) ^ 1, 2_000_000);
      writeFileSync(join(at('a.case/blob'), blob ?? ''), bytes);
      const made = await corroborate(['dossier', at('a.case'), '--out', at('out'), '--profile', 'court', '--format', 'bag', '--json']);
      expect([made.code, made.json()]).toEqual([1, { problem: { kind: 'case-damaged', part: 'blob' } }]);
      expect(readdirSync(parent).toSorted()).toEqual(['a.case', 'train.dat']);
    }));
});
