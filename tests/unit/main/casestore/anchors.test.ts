import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createCase, openCase } from '#main/casestore/case-store.ts';
import type { OpenCase } from '#main/casestore/open-case.ts';
import { leastKdfCost } from '#main/crypto/argon2id.ts';
import { countingFacts, good, inTemporaryFolder, sampleMeta, samplePassphrase, silently, writesNote } from '#tests/harness/stored-case.ts';

const other = new TextEncoder().encode('another passphrase');

type Place = { readonly folder: string; readonly copy: string; readonly anchors: string };

/** A case with one note, closed, and this computer's memory of it. */
async function withSeenCase(work: (place: Place) => Promise<void>): Promise<void> {
  await inTemporaryFolder(async (parent) => {
    const place = { folder: join(parent, 'a.case'), copy: join(parent, 'copy'), anchors: join(parent, 'state', 'anchors') };
    const asked = { meta: sampleMeta, passphrase: samplePassphrase, facts: countingFacts(), kdf: leastKdfCost, anchors: place.anchors };
    const { case: open } = good(await createCase(place.folder, asked));
    good(await open.commit(writesNote(1)));
    good(await open.close());
    cpSync(place.folder, place.copy, { recursive: true });
    await work(place);
  });
}

const opened = async ({ folder, anchors }: Place, mode: 'write' | 'read' = 'write', passphrase = samplePassphrase): Promise<OpenCase> =>
  good(await openCase(folder, { passphrase }, countingFacts(), mode, anchors));
const putBack = ({ folder, copy }: Place) => {
  rmSync(folder, { recursive: true });
  cpSync(copy, folder, { recursive: true });
};
const told = (open: OpenCase) => open.openingFindings.filter(({ code }) => code === 'older-than-seen').map(({ subject }) => subject);

async function edit(place: Place, ...numbers: readonly number[]): Promise<void> {
  const open = await opened(place);
  for (const number of numbers) good(await open.commit(writesNote(number)));
  good(await open.close());
}

describe('what this computer has seen of a case', { timeout: 120_000 }, () => {
  it('shows that an older copy of the whole folder was put back, at every opening, until the newer one is there again', () =>
    withSeenCase(async (place) => {
      await edit(place, 2);
      const newer = `${place.copy}-newer`;
      cpSync(place.folder, newer, { recursive: true });
      putBack(place);
      for (const mode of ['read', 'write', 'write'] as const) {
        const open = await opened(place, mode);
        expect(told(open)).toEqual(['log']);
        expect(good(await open.verify(silently))).toMatchObject({ sound: false });
        expect(open.readOnly).toBe(mode === 'read');
        good(await open.close());
      }
      putBack({ ...place, copy: newer });
      const open = await opened(place);
      expect(told(open)).toEqual([]);
      expect(good(await open.verify(silently)).sound).toBe(true);
      good(await open.close());
    }));

  it('shows that the end of an unclosed log was cut off at a frame, which nothing in the folder can', () =>
    withSeenCase(async (place) => {
      const open = await opened(place);
      good(await open.commit(writesNote(2)));
      const segment = join(place.folder, 'log', readdirSync(join(place.folder, 'log')).sort().at(-1) ?? '');
      // Behind the frames lie the zeros written ahead.
      const length = Math.ceil((readFileSync(segment).findLastIndex((byte) => byte !== 0) + 1) / 64) * 64;
      good(await open.commit(writesNote(3)));
      await open.abandon();
      truncateSync(segment, length);
      const cut = await opened(place, 'read');
      expect(told(cut)).toEqual(['log']);
      await cut.abandon();
    }));

  it('shows an old header, and with it an old passphrase, put back with its folder', () =>
    withSeenCase(async (place) => {
      const open = await opened(place);
      good(await open.keys.changePassphrase({ passphrase: samplePassphrase }, other));
      good(await open.close());
      putBack(place);
      const back = await opened(place, 'read');
      expect(told(back)).toEqual(['log', 'case.a']);
      await back.abandon();
    }));

  it('shows as many edits that are not the ones seen', () =>
    withSeenCase(async (place) => {
      await edit(place, 2, 3);
      putBack(place);
      await edit({ ...place, anchors: `${place.anchors}-of-another-computer` }, 4, 5);
      const open = await opened(place, 'read');
      expect(told(open)).toEqual(['log']);
      await open.abandon();
    }));

  it('is content with a case that went on elsewhere', () =>
    withSeenCase(async (place) => {
      const elsewhere = { ...place, anchors: `${place.anchors}-of-another-computer` };
      await edit(elsewhere, 2);
      const open = await opened(elsewhere);
      good(await open.keys.changePassphrase({ passphrase: samplePassphrase }, other));
      good(await open.close());
      const here = await opened(place, 'write', other);
      expect(told(here)).toEqual([]);
      good(await here.close());
    }));

  it('is never ahead of what the disk has: a session that only read back a killed one leaves it as it was', () =>
    withSeenCase(async (place) => {
      const open = await opened({ ...place, anchors: `${place.anchors}-never-written` });
      good(await open.commit(writesNote(2)));
      await open.abandon();
      const before = readFileSync(join(place.anchors, readdirSync(place.anchors)[0] ?? ''));
      await (await opened(place)).abandon();
      expect(readFileSync(join(place.anchors, readdirSync(place.anchors)[0] ?? ''))).toEqual(before);
    }));

  it('says nothing without the key: no name, no title and no id of the case, for its user only', () =>
    withSeenCase(async ({ anchors, folder }) => {
      const [name = '', ...more] = readdirSync(anchors);
      expect(more).toEqual([]);
      expect(name).toMatch(/^[0-9a-f]{32}$/);
      const caseId = readFileSync(join(folder, 'case.a')).subarray(16, 32);
      const bytes = readFileSync(join(anchors, name));
      expect(bytes.includes(caseId) || bytes.includes(caseId.toString('hex')) || name.includes(caseId.toString('hex', 0, 8))).toBe(false);
      expect(bytes.toString('latin1')).not.toMatch(/Two soldiers|a\.case/);
      expect(statSync(join(anchors, name)).mode & 0o077).toBe(0);
    }));

  it('counts only with its seal: with any byte changed, cut or foreign it says nothing and the case opens', () =>
    withSeenCase(async (place) => {
      await edit(place, 2);
      putBack(place);
      const path = join(place.anchors, readdirSync(place.anchors)[0] ?? '');
      const sound = readFileSync(path);
      const spoilt = [Buffer.alloc(0), sound.subarray(0, 40), Buffer.concat([sound, Buffer.from(' ')]), Buffer.from('{}'), Buffer.alloc(5_000)];
      for (const at of [0, 31, 32, sound.length - 2]) spoilt.push(Buffer.from(sound.map((byte, index) => (index === at ? byte ^ 1 : byte))));
      for (const bytes of spoilt) {
        writeFileSync(path, bytes);
        const open = await opened(place, 'read');
        expect(told(open)).toEqual([]);
        await open.abandon();
      }
    }));

  it('is left out where its folder cannot be: the case opens, takes edits and closes', () =>
    withSeenCase(async (place) => {
      rmSync(place.anchors, { recursive: true });
      writeFileSync(place.anchors, 'a file where the folder should be');
      await edit(place, 2);
      rmSync(place.anchors);
      mkdirSync(place.anchors);
      await edit(place, 3);
      expect(readdirSync(place.anchors)).toHaveLength(1);
    }));
});
