import { createHash } from 'node:crypto';
import type { DossierProfile } from '#shared/domain/case/dossier-plan.ts';
import { atRiskMarks } from '#shared/domain/evidence/at-risk.ts';
import type { DerivedBlob, EvidenceItem } from '#shared/domain/evidence/evidence-item.ts';
import type { BlobId } from '#shared/kernel/ids.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import type { Sha256Hex } from '#shared/kernel/units.ts';
import { plainPng } from '#tests/fixtures/dossier/plain-png.ts';
import { id } from '#tests/fixtures/dossier/sample-case.ts';
import { pick } from '../fuzz-inputs.ts';
import { everyone, type Group, less, nobody, type World } from './case-with-secrets.ts';

/** An exhibit with the profiles that may tell it. */
export type MadeEvidence = { readonly value: EvidenceItem; readonly allowed: readonly DossierProfile[]; readonly marked: boolean; readonly source: string };

const sha = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex') as Sha256Hex;

/** Exhibits of a group: marked ones, plain ones, one let out in spite of its mark, redacted copies of marked ones. */
export function evidenceOf(world: World, group: Group): readonly MadeEvidence[] {
  const originals = Array.from({ length: world.between(2, 4) }, (_, index) => original(world, group, index, index === 0 || world.chance(0.4)));
  const copies = originals.flatMap((from, index) => (from.marked && world.chance(0.5) ? [redactedCopy(world, group, from, index)] : []));
  // Made before its original was marked, and never marked itself.
  const frames = originals.flatMap((from, index) => (from.marked && world.chance(0.3) ? [frameOf(world, group, from, index)] : []));
  return [...originals, ...copies, ...frames];
}

function frameOf(world: World, group: Group, from: MadeEvidence, index: number): MadeEvidence {
  const value = item(world, `frame ${group} ${index}`, 'withheld exhibit', from.allowed, {
    ...{ sourceId: from.value.sourceId, atRisk: [], role: 'derivative', takenInAt: '2024-04-01T10:00:00.000Z' as Instant },
    derivedFrom: { evidenceId: from.value.id, transform: 'a frame' },
  });
  world.secrets.push(value.name, value.sha256, value.id);
  return { value, allowed: from.allowed, marked: true, source: from.source };
}

function original(world: World, group: Group, index: number, marked: boolean): MadeEvidence {
  const told = world.tellsGroup(group);
  const allowed = marked ? less(told, 'public') : told;
  const source = `source ${group} ${world.chance(0.3) ? 0 : index}`;
  const value = item(world, `evidence ${group} ${index}`, marked ? 'withheld exhibit' : `exhibit ${group}`, allowed, {
    sourceId: id(source),
    atRisk: marked ? [pick(world.random, atRiskMarks)] : [],
    takenInAt: `${marked ? 2031 : 2024}-05-0${index + 1}T10:00:00.000Z` as Instant,
  });
  if (marked) {
    world.maker.trace('day a withheld exhibit was taken in', `2031-05-0${index + 1}T10:00`, less(everyone, 'public'));
    world.secrets.push(value.name, value.sha256, value.id);
  }
  return { value, allowed, marked, source };
}

/** Half of them are recordings: then their own bytes leave, which those of no other item do. */
function redactedCopy(world: World, group: Group, from: MadeEvidence, index: number): MadeEvidence {
  const allowed = world.tellsGroup(group);
  const heard = world.chance(0.5);
  const redaction = {
    sort: heard ? ('recording' as const) : ('picture' as const),
    parts: 1,
    reason: world.maker.word('reason of a redaction', allowed),
    legalBasis: null,
  };
  const value = item(world, `copy ${group} ${index}`, `redacted copy ${group}`, allowed, {
    ...{ sourceId: from.value.sourceId, atRisk: [], role: 'derivative', takenInAt: '2024-06-01T10:00:00.000Z' as Instant },
    derivedFrom: { evidenceId: from.value.id, transform: 'regions filled', redaction },
    ...(heard ? soundOf(world, allowed) : {}),
  });
  return { value, allowed, marked: false, source: from.source };
}

/** A recording that was made anew, and so may leave whole. */
function soundOf({ maker, blobs }: World, allowed: readonly DossierProfile[]) {
  const content = Buffer.concat([Buffer.from('RIFF'), Buffer.from(maker.word('samples of a redacted recording', allowed))]);
  const sha256 = sha(content);
  const blob = [...sha256.slice(0, 52)].map((digit) => 'abcdefghijklmnop'[Number.parseInt(digit, 16)]).join('') as BlobId;
  blobs.set(blob, content);
  return { kind: 'other' as const, mime: 'audio/wav', bytes: content.length, sha256, blob, picture: null, text: null, page: null };
}

function item(world: World, name: string, field: string, allowed: readonly DossierProfile[], more: Partial<EvidenceItem>): EvidenceItem {
  const { maker, between } = world;
  const marked = field === 'withheld exhibit';
  const word = (what: string, profiles = allowed) => maker.word(`${what} of ${field}`, profiles);
  const colour = () => [between(1, 255), between(1, 255), between(1, 255)] as const;
  // As they were taken in, they leave in the bag for a court and in full disclosure.
  const bytes = Buffer.from(
    word(
      'original bytes',
      allowed.filter((profile) => profile === 'court' || profile === 'disclosure'),
    ),
  );
  const keep = (content: Uint8Array, mime: string): DerivedBlob => {
    const blob = [...sha(content).slice(0, 52)].map((digit) => 'abcdefghijklmnop'[Number.parseInt(digit, 16)]).join('') as BlobId;
    world.blobs.set(blob, content);
    maker.trace(`name of a blob of ${field}`, blob, nobody);
    return { blob, mime, bytes: content.length, sha256: sha(content) };
  };
  const figureColour = colour();
  const figure = { ...keep(plainPng(24, 16, figureColour), 'image/png'), width: 24, height: 16 };
  const display = { ...keep(plainPng(25, 17, colour()), 'image/png'), width: 25, height: 17 };
  maker.trace(`pixels of ${field}`, Buffer.alloc(3 * 12, Buffer.from(figureColour)), allowed);
  maker.trace(`digest of the figure of ${field}`, figure.sha256, allowed);
  maker.trace(`digest of the picture for the desk of ${field}`, display.sha256, nobody);
  const text = keep(Buffer.from(`${word('text', less(allowed, 'public'))}\n`), 'text/plain');
  const page = keep(Buffer.from(`<p>${word('page', nobody)}</p>`), 'text/html');
  const { blob, sha256 } = keep(bytes, 'image/jpeg');
  maker.trace(`digest of ${field}`, sha256, marked ? less(everyone, 'public') : allowed);
  maker.trace(`id of ${field}`, id(`${name} ${sha256}`), marked ? less(everyone, 'public') : [...new Set([...allowed, 'court' as const])]);
  // What is read in a withheld exhibit is as secret as a quote of it, and said elsewhere all the same.
  const places = ['label of a place', 'transcription'].map((what) => word(what, marked ? less(everyone, 'public') : nobody));
  if (marked) world.secrets.push(...places);
  return {
    ...{
      id: id(`${name} ${sha256}`),
      kind: 'image',
      role: 'evidentiary',
      mime: `image/x-${maker.word(`type of ${field}`, allowed, 0, true)}`,
      bytes: bytes.length,
      sha256,
      blob,
    },
    // People say the names of what is withheld in other texts too, whatever a plan selects.
    name: `${maker.name(`name of ${field}`, marked ? less(everyone, 'public') : allowed)}.jpg`,
    ...{ takenInBy: word('who took in'), tool: `${word('tool')} 1.0`, derivedFrom: null, legalBasis: word('legal basis'), warnings: [] },
    text: { ...text, characters: 10, language: null, encoding: null },
    page,
    picture: { width: 2_400, height: 1_600, display, figure },
    found: [
      { field: 'Artist', value: word('author in the metadata', less(allowed, 'public')), where: 'EXIF' },
      {
        field: 'GPSPosition',
        value: `${between(10, 80)}.${between(1_000_000, 9_999_999)}, ${word('place in the metadata', less(allowed, 'public'))}`,
        where: 'EXIF',
      },
    ],
    places: [
      {
        ...{
          id: id(`place in ${name}`),
          anchor: { sort: 'region', evidenceId: id(name), region: { x: 1, y: 2, w: 3, h: 4 } },
          language: null,
          at: '2024-07-01T10:00:00.000Z' as Instant,
        },
        ...{ label: places[0], transcription: places[1], by: word('who marked a place', nobody) },
      },
    ],
    ...(world.chance(0.3) ? { translator: word('translator', nobody) } : {}),
    ...more,
  } as EvidenceItem;
}
