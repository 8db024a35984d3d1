import { statementsOf } from '#shared/dossier/compose-dossier.ts';
import { credibilityWords, findingMeanings, findingWords, kindWords, methodWords, profileWords, reliabilityWords } from '#shared/dossier/dossier-wording.ts';
import { linkChartFigure } from '#shared/dossier/figures/link-chart.ts';
import { timelineFigure } from '#shared/dossier/figures/timeline.ts';
import { labelRuns } from '#shared/dossier/label-runs.ts';
import type { RedactedDossier } from '#shared/dossier/redacted-dossier.ts';
import { reportParts } from '#shared/dossier/report-parts.ts';
import { confidenceRows, judgmentWords, labelKinds, labelsStay, likelihoodRows, partTitles, reviewWords } from '#shared/dossier/report-wording.ts';
import type { ReadPicture } from '../exhibit-copies.ts';
import { accentColours } from '../html/style.ts';
import { momentInWords } from '../visible-text.ts';
import { tellClaims, tellConflicts } from './print-claims.ts';
import { pictureFile, tellExhibit } from './print-exhibit.ts';
import { drawn, paintFor } from './print-figures.ts';
import { facts, narrow, oneLine, said } from './print-phrases.ts';
import { tellRecord } from './print-record.ts';
import type { Printer } from './printable-text.ts';

/**
 * Everything the template prints, in words and in the order it is printed: the template decides about looks only. Every text
 * went through `printer`, but for targets of links and names of files, which are not printed.
 */
export function printData(whole: RedactedDossier, copies: readonly ReadPicture[], printer: Printer, volume: Volume): object {
  const { print, printShort, writtenOut } = printer;
  const first = volume.number === 1;
  const dossier = first ? whole : onlyExhibits(whole);
  const { about, profile, style } = dossier;
  const inVolume = new Set(volume.exhibits);
  const of = volume.count === 1 ? '' : `, volume ${volume.number} of ${volume.count}`;
  const logo = copies.find(({ label }) => label === dossier.exhibits.find(({ id }) => id === style.logoId)?.label);
  const paint = paintFor(style.accent, print);
  const method = methodWords(profile);
  const told = {
    title: printShort(`${dossier.title}${of}`),
    heading: printShort(dossier.title),
    volume: of.replace(',', ' ·'),
    parts: first ? reportParts(dossier).map((part) => ({ part, title: partTitles[part] })) : [{ part: 'exhibits', title: partTitles.exhibits }],
    accent: accentColours[style.accent][0],
    publisher: style.publisher === null ? '' : printShort(style.publisher),
    logo: logo && first ? { file: pictureFile(logo), alt: printShort(style.publisher ?? 'Mark of the publisher') } : null,
    attached: first,
    profile: profileWords[profile],
    handling: print(about.handling.trim() === '' ? profileWords[profile] : about.handling),
    running: print(oneLine(about.handling.trim() === '' ? profileWords[profile] : about.handling)),
    date: dossier.asOf.slice(0, 19).split(/[-T:]/).map(Number),
    cover: facts([
      ['Case', print(about.title)],
      [about.analysts.length === 1 ? 'Analyst' : 'Analysts', print(about.analysts.join(', '))],
      ['Case opened', momentInWords(about.openedAt)],
      ['As of', momentInWords(dossier.asOf)],
      ['Review', print(reviewWords(dossier.review))],
      [
        'Volumes',
        volume.count === 1
          ? null
          : `${volume.count}; the exhibits of this one are ${volume.exhibits[0] ?? ''} to ${volume.exhibits.at(-1) ?? ''}. Numbers without a frame lead to another.`,
      ],
    ]),
    analysts: about.analysts.map(printShort),
    purpose: print(about.purpose),
    statements: dossier.statements.map(said(print)),
    judgments: dossier.judgments.map((judgment) => ({
      ...said(print)(judgment),
      ...judgmentWords(judgment),
      basis: print(judgment.basis),
    })),
    sections: dossier.sections.map(({ heading, statements }) => ({ heading: printShort(heading), statements: statements.map(said(print)) })),
    alternatives: dossier.alternatives.map(said(print)),
    questions: dossier.questions.map(({ label, text }) => ({ label, text: print(text) })),
    timeline: drawn(timelineFigure(dossier, paint), print),
    chart: drawn(linkChartFigure(dossier, paint), print),
    claims: tellClaims(dossier, printer),
    conflicts: tellConflicts(dossier, print),
    list: (first ? dossier.exhibits : []).map(({ label, name, source, kind, citedBy }) => ({
      ...{ label, name: narrow(printShort(name)), kind: kindWords[kind], citedBy: labelRuns(citedBy) },
      source: source === null ? '' : narrow(print(source.title)),
    })),
    exhibits: dossier.exhibits.filter(({ label }) => inVolume.has(label)).map((exhibit) => tellExhibit(whole, exhibit, copies, printer)),
    ...tellRecord(dossier, printer),
    method: method.method,
    limits: method.limits,
    scales,
    labelKinds,
    labelsStay,
    // By name: each citation asks whether what it names is in this file.
    targets: Object.fromEntries(
      [
        ...dossier.exhibits.filter(({ label }) => inVolume.has(label)),
        ...[...statementsOf(dossier), ...dossier.questions, ...dossier.claims, ...dossier.links, ...dossier.notes, ...dossier.sources, ...dossier.withheld],
      ].map(({ label }) => [label, true]),
    ),
  };
  return { ...told, writtenOut: writtenOut() };
}

/** What of a dossier one file tells: the first everything but the exhibits after its own. */
export type Volume = { readonly number: number; readonly count: number; readonly exhibits: readonly string[] };

/** What the volumes after the first tell of a dossier. */
function onlyExhibits(dossier: RedactedDossier): RedactedDossier {
  const none = { statements: [], judgments: [], sections: [], alternatives: [], questions: [], claims: [], conflicts: [], links: [] };
  return { ...dossier, ...none, sources: [], actors: [], notes: [], custody: [], withheld: [], checkpoint: null, notesLeftOut: 0, custodyLeftOut: 0 };
}

/** The glossary. */
const scales = [
  { title: 'Likelihood (ICD 203)', rows: likelihoodRows },
  { title: 'Confidence (ICD 203)', rows: confidenceRows },
  { title: 'Reliability of a source (Admiralty code)', rows: Object.entries(reliabilityWords) },
  { title: 'Credibility of a claim (Admiralty code)', rows: Object.entries(credibilityWords) },
  {
    title: 'Finding on a claim',
    rows: Object.entries(findingMeanings).map(([finding, meaning]) => [findingWords[finding as keyof typeof findingWords], meaning]),
  },
];
