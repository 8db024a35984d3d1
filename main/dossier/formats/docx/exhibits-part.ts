import type { DossierExhibit } from '#shared/dossier/dossier-content.ts';
import { factWords, kindWords, reliabilityWords, riskWords, roleWords, sourceWords, warningWords } from '#shared/dossier/dossier-wording.ts';
import type { RedactedDossier } from '#shared/dossier/redacted-dossier.ts';
import { redactionWords } from '#shared/dossier/report-wording.ts';
import { recordingPlace } from '../exhibit-copies.ts';
import { madeFrom } from '../made-from.ts';
import { regionsOf } from '../regions-cited.ts';
import { bytesInWords, momentInWords } from '../visible-text.ts';
import { type Xml, xml } from '../xml-text.ts';
import { pictureRun } from './picture-run.ts';
import { paragraph, run, table, textWidth } from './word-markup.ts';
import { cite, citeRuns, cites, facts, headed, type Numbers } from './written-parts.ts';

/** Every exhibit: what it is, where it comes from, what proves it unchanged, what its collection lacks, who cites it. */
export function exhibitsPart(dossier: RedactedDossier, relationOf: (label: string) => string | null, numbers: Numbers): readonly Xml[] {
  const widths = [800, 3200, 2600, 1300, textWidth - 7900];
  const { exhibits } = dossier;
  const list = exhibits.map(({ label, name, source, kind, citedBy }) => [
    cite(label),
    run(name),
    run(source?.title ?? ''),
    run(kindWords[kind]),
    citeRuns(citedBy),
  ]);
  const listed = list.length === 0 ? [] : [table('Exhibits in this dossier', widths, ['No.', 'Name', 'Source', 'Kind', 'Cited by'], list)];
  const told = exhibits.flatMap((exhibit) => {
    const relation = relationOf(exhibit.label);
    const made = madeFrom(dossier, exhibit.label);
    return [
      headed('Heading2', exhibit.label, exhibit.name, numbers),
      ...(exhibit.picture && relation ? shown(dossier, exhibit, exhibit.picture, relation, numbers) : []),
      ...(exhibit.atRisk.length === 0 ? [] : [paragraph('Normal', [run(atRisk(exhibit), { bold: true })])]),
      facts(`About ${exhibit.label}`, [
        ['SHA-256, original', run(exhibit.sha256, { mono: true })],
        ['Kind', `${kindWords[exhibit.kind]}, ${roleWords[exhibit.role]}; ${exhibit.mime}, ${bytesInWords(exhibit.bytes)}`],
        ['Taken in', `${momentInWords(exhibit.takenInAt)} by ${exhibit.takenInBy} with ${exhibit.tool}`],
        ['Derived from', exhibit.derivedFrom && xml`${cites([exhibit.derivedFrom.label])}${run(`: ${exhibit.derivedFrom.transform}`)}`],
        ['Redaction', exhibit.redaction && redactionInWords(exhibit.redaction)],
        ['Made from it', made.length === 0 ? null : cites(made)],
        ['Recording', recordingPlace(exhibit)],
        ['Source', exhibit.source && sourceInWords(exhibit.source)],
        ['Address', exhibit.source?.url ?? null],
        ['Collection held', exhibit.has.map((fact) => factWords[fact]).join(', ') || null],
        ['Collection lacks', exhibit.lacks.map((fact) => factWords[fact]).join(', ') || null],
        ['Noticed at intake', exhibit.warnings.map((warning) => warningWords[warning]).join('; ') || null],
        ['Cited by', exhibit.citedBy.length === 0 ? 'nothing in this dossier' : citeRuns(exhibit.citedBy, ', ')],
      ]),
    ];
  });
  return [...listed, ...told];
}

function shown(
  dossier: RedactedDossier,
  exhibit: DossierExhibit,
  { width, height, figure }: NonNullable<DossierExhibit['picture']>,
  relation: string,
  numbers: Numbers,
): readonly Xml[] {
  const regions = regionsOf(dossier, exhibit);
  const frames = regions.map(({ x, y, w, h }) => ({ x: x / width, y: y / height, w: w / width, h: h / height }));
  const framed = regions.length === 0 ? '' : ` Framed: ${[...new Set(regions.map(({ by }) => by))].join(', ')}.`;
  return [
    paragraph('Normal', [pictureRun(relation, figure, `Exhibit ${exhibit.label}: ${exhibit.name}`, frames, numbers)]),
    paragraph('Caption', [run(`Re-encoded copy without metadata; the original is ${width} × ${height} pixels.${framed}`)]),
  ];
}

function redactionInWords(redaction: NonNullable<DossierExhibit['redaction']>): string {
  return `${redactionWords(redaction)}. ${redaction.reason}${redaction.legalBasis === null ? '' : ` (${redaction.legalBasis})`}`;
}

function atRisk({ atRisk: marks, legalBasis }: DossierExhibit): string {
  return `People at risk: ${marks.map((mark) => riskWords[mark]).join('; ')}.${legalBasis === null ? '' : ` Legal basis: ${legalBasis}`}`;
}

function sourceInWords({ title, kind, author, publisher, publishedAt, edition, reliability, origin }: NonNullable<DossierExhibit['source']>): string {
  const by = [author, publisher, edition, publishedAt].flatMap((part) => part ?? []);
  const rating = reliability === null ? 'not rated' : `${reliability} · ${reliabilityWords[reliability]}`;
  return [`${title} (${sourceWords[kind]})`, ...by, ...(origin === null ? [] : [`relays ${origin}`]), `reliability ${rating}`].join('; ');
}
