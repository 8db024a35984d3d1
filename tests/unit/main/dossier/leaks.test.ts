import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { dossierProfiles } from '#shared/domain/case/dossier-plan.ts';
import { seededRandom } from '#tests/harness/crash-session.ts';
import { CanaryMaker } from '#tests/harness/leaks/canaries.ts';
import { findCanaries, hidden } from '#tests/harness/leaks/find-leaks.ts';
import { everyFormat, huntLeaks, leakInWords, quickFormats } from '#tests/harness/leaks/hunt-leaks.ts';

// Issue 5, Must show 7, in short: `npm run test:faults -- leaks` looks into thousands of cases.

describe('the search for what must not leave', () => {
  it('finds a word of any script in UTF-8, UTF-16, base64, hexadecimal, and behind the escapes of JSON, XML and addresses', () => {
    const maker = new CanaryMaker(seededRandom(1));
    for (const script of [0, 1, 2]) {
      const word = maker.word(`word ${script}`, [], script);
      for (const [index, form] of hidden(word).entries()) {
        const file = Buffer.concat([Buffer.from('<a>'), form, Buffer.from('</a>')]);
        for (const bytes of [file, gzipSync(file)]) {
          const fields = findCanaries(new Map([['file', bytes]]), maker).map(({ field }) => field);
          expect(
            fields.some((field) => field.endsWith(`word ${script}`)),
            `form ${index} of ${word}`,
          ).toBe(true);
        }
      }
    }
  });

  it('finds half a word, a name of a file, and what capitals, accents or invisible characters hide', () => {
    const maker = new CanaryMaker(seededRandom(2));
    const word = maker.word('a name', [], 1);
    for (const spelt of [word.slice(0, 8), word.slice(4), word.toUpperCase(), [...word].join('\u00ad'), word.replace('щ', 'щ\u0301')]) {
      expect(
        findCanaries(new Map([['file', Buffer.from(spelt)]]), maker).map(({ field }) => field),
        spelt,
      ).not.toEqual([]);
    }
    expect(findCanaries(new Map([[`${word}.txt`, Buffer.from('')]]), maker).map(({ layer }) => layer)).toContain('path');
  });
});

describe('an export', () => {
  it.each(dossierProfiles)('%s: tells nothing that its profile withholds, in any byte of any format', async (profile) => {
    const hunts = [];
    const outside = profile === 'public';
    for (let seed = 1; seed <= (outside ? 5 : 1); seed += 1) hunts.push(await huntLeaks(seed, profile, outside && seed === 1 ? everyFormat : quickFormats));
    expect(hunts.flatMap((hunt) => hunt.leaks.map((leak) => leakInWords(hunt, leak)))).toEqual([]);
  });

  it('is searched where secrets would be: for the team each format tells some of what the public edition withholds', async () => {
    const { told } = await huntLeaks(0, 'team', everyFormat);
    const secrets = told.filter(({ allowed }) => !allowed.includes('public'));
    const tops = new Set(secrets.map(({ file }) => file.replace(/\/.*/, '')));
    expect([...tops].sort()).toEqual(
      expect.arrayContaining([
        ...['annotations.jsonld', 'citations', 'custody', 'dossier.case.jsonld', 'dossier.docx', 'dossier.html', 'dossier.json'],
        ...['dossier.pdf', 'dossier.stix.json', 'dossier.xlsx', 'exhibits', 'graph', 'places', 'tables', 'vault'],
      ]),
    );
    const fields = new Set(secrets.map(({ field }) => field));
    for (const field of ['name of withheld exhibit', 'pixels of withheld exhibit', 'name of a person at risk', 'latitude of a place of a person at risk']) {
      expect(
        [...fields].some((each) => each.startsWith(field)),
        field,
      ).toBe(true);
    }
  });
});
