import type { DossierExhibit } from '#shared/dossier/dossier-content.ts';
import { factWords, kindWords, reliabilityWords, riskWords, roleWords, sourceWords, warningWords } from '#shared/dossier/dossier-wording.ts';
import { labelRuns } from '#shared/dossier/label-runs.ts';
import type { RedactedDossier } from '#shared/dossier/redacted-dossier.ts';
import { redactionWords } from '#shared/dossier/report-wording.ts';
import { type ReadPicture, recordingPlace } from '../exhibit-copies.ts';
import { madeFrom } from '../made-from.ts';
import { regionsOf } from '../regions-cited.ts';
import { bytesInWords, linkTarget, momentInWords } from '../visible-text.ts';
import { facts } from './print-phrases.ts';
import type { Printer } from './printable-text.ts';

/** The file that holds the picture of an exhibit in the template's world. */
export function pictureFile({ label, mime }: ReadPicture): string {
  return `${label}.${mime === 'image/png' ? 'png' : 'jpg'}`;
}

export function tellExhibit(
  dossier: RedactedDossier,
  exhibit: DossierExhibit,
  copies: readonly ReadPicture[],
  { print, printShort }: Pick<Printer, 'print' | 'printShort'>,
): object {
  const { source, picture } = exhibit;
  const copy = copies.find((candidate) => candidate.label === exhibit.label);
  const citedBy = labelRuns(exhibit.citedBy);
  const regions = regionsOf(dossier, exhibit);
  const told = {
    label: exhibit.label,
    name: printShort(exhibit.name),
    source: source === null ? '' : print(source.title),
    kind: kindWords[exhibit.kind],
    risk:
      exhibit.atRisk.length === 0
        ? ''
        : `People at risk: ${exhibit.atRisk.map((mark) => riskWords[mark]).join('; ')}. ${print(exhibit.legalBasis ?? '')}`.trim(),
    picture:
      picture && copy
        ? {
            file: pictureFile(copy),
            ratio: picture.figure.width / picture.figure.height,
            alt: printShort(`Exhibit ${exhibit.label}: ${exhibit.name}`),
            caption: `Re-encoded copy without metadata; the original is ${picture.width} × ${picture.height} pixels.${
              regions.length === 0 ? '' : ` Framed: ${[...new Set(regions.map(({ by }) => by))].join(', ')}.`
            }`,
            frames: regions.map(({ x, y, w, h }) => [x / picture.width, y / picture.height, w / picture.width, h / picture.height]),
          }
        : null,
    facts: facts([
      ['SHA-256 of the original', exhibit.sha256],
      ['Kind', `${kindWords[exhibit.kind]}, ${roleWords[exhibit.role]}`],
      ['Content', `${print(exhibit.mime)}, ${bytesInWords(exhibit.bytes)}`],
      ['Taken in', print(`${momentInWords(exhibit.takenInAt)} by ${exhibit.takenInBy} with ${exhibit.tool}`)],
      ['Derived from', exhibit.derivedFrom && print(`${exhibit.derivedFrom.label}: ${exhibit.derivedFrom.transform}`)],
      ['Redaction', exhibit.redaction && print(`${redactionWords(exhibit.redaction)}. ${exhibit.redaction.reason}`)],
      ['Made from it', madeFrom(dossier, exhibit.label).join(', ')],
      ['Recording', recordingPlace(exhibit)],
      ['Source', source && print(`${source.title} (${sourceWords[source.kind]})`)],
      ['By', source && print([source.author, source.publisher].flatMap((name) => name ?? []).join(', '))],
      ['Published', source?.publishedAt ?? null],
      ['Edition', source?.edition ? print(source.edition) : null],
      ['Language', source?.language ?? null],
      ['Relays', source?.origin ? print(source.origin) : null],
      ['Reliability (Admiralty)', source && (source.reliability === null ? 'not rated' : `${source.reliability} · ${reliabilityWords[source.reliability]}`)],
      ['Held of its collection', exhibit.has.map((fact) => factWords[fact]).join(', ')],
      ['Missing of its collection', exhibit.lacks.map((fact) => factWords[fact]).join(', ')],
      ['Noticed at intake', exhibit.warnings.map((warning) => warningWords[warning]).join('; ')],
      ['Says of itself', exhibit.found.length === 0 ? null : `${exhibit.found.length} ${exhibit.found.length === 1 ? 'field' : 'fields'}, in dossier.json`],
    ]),
    address: source?.url ? { text: print(source.url), target: linkTarget(source.url) } : null,
    citedBy,
  };
  // About how many letters it takes up, a picture as many as have room in its place: what is longer than a good part of a page may break.
  const letters = [told.name, told.risk, told.address?.text ?? '', ...told.facts.map(([, value]) => value)].reduce((sum, text) => sum + text.length, 0);
  return { ...told, length: letters + citedBy.length * 12 + (told.picture ? 600 : 0) };
}
