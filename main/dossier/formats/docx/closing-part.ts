import { findings } from '#shared/domain/claim/claim.ts';
import { credibilityGrades, reliabilityGrades } from '#shared/domain/rating/admiralty.ts';
import {
  actorWords,
  credibilityWords,
  custodyProofWords,
  custodyWords,
  findingMeanings,
  findingWords,
  linkWords,
  methodWords,
  reliabilityWords,
  riskWords,
} from '#shared/dossier/dossier-wording.ts';
import type { RedactedDossier } from '#shared/dossier/redacted-dossier.ts';
import { confidenceRows, labelKinds, labelsStay, likelihoodRows } from '#shared/dossier/report-wording.ts';
import { withholdings } from '#shared/dossier/withholdings.ts';
import { momentInWords } from '../visible-text.ts';
import { nothing, type Xml, xml } from '../xml-text.ts';
import { end } from './claims-part.ts';
import { bookmarked, paragraph, run, table, textWidth } from './word-markup.ts';
import { cite, citeRuns, cites, type Numbers } from './written-parts.ts';

const named = (label: string, numbers: Numbers): Xml => xml`${bookmarked(label, numbers.next())}${run(label)}`;

export function linksPart({ links }: RedactedDossier, numbers: Numbers): readonly Xml[] {
  const rows = links.map(({ label, from, type, to, rationale }) => [
    named(label, numbers),
    xml`${end(from)}${run(` ${linkWords[type]} `)}${end(to)}`,
    run(rationale ?? ''),
  ]);
  return rows.length === 0 ? [] : [table('Links between claims, exhibits, people and things', [800, 3600, textWidth - 4400], ['No.', 'Link', 'Why'], rows)];
}

export function actorsPart({ actors }: RedactedDossier, numbers: Numbers): readonly Xml[] {
  const rows = actors.map(({ label, name, otherNames, kind, byRole, asserts, relays }) => [
    named(label, numbers),
    run([name, ...otherNames].join('\n')),
    run(`${actorWords[kind]}${byRole ? ', shown by role' : ''}`),
    citeRuns(asserts),
    citeRuns(relays),
  ]);
  const widths = [800, 3600, 1700, 1800, textWidth - 7900];
  return rows.length === 0 ? [] : [table('People, organisations and things named', widths, ['No.', 'Names', 'Kind', 'Asserts', 'Relays'], rows)];
}

export function sourcesPart({ sources }: RedactedDossier, numbers: Numbers): readonly Xml[] {
  const rows = sources.map(({ label, title, publisher, author, publishedAt, url, reliability, exhibitLabels }) => [
    named(label, numbers),
    run([title, [author, publisher, publishedAt].filter((part) => part !== null).join(', '), url ?? ''].filter((line) => line !== '').join('\n')),
    run(reliability ?? ''),
    citeRuns(exhibitLabels),
  ]);
  return rows.length === 0
    ? []
    : [table('Sources and the exhibits taken from them', [800, textWidth - 3800, 1400, 1600], ['No.', 'Source', 'Reliability', 'Exhibits'], rows)];
}

/** How numbers are read, what this edition withholds, and the log of it. */
export function keyPart(dossier: RedactedDossier, numbers: Numbers): readonly Xml[] {
  const kinds = labelKinds.flatMap(([letter, meaning], at) => [run(at === 0 ? '' : ', '), run(letter, { bold: true }), run(` ${meaning}`)]);
  return [paragraph('Normal', [...kinds, run(`. ${labelsStay}`)]), ...withheldPart(dossier, numbers)];
}

function withheldPart(dossier: RedactedDossier, numbers: Numbers): readonly Xml[] {
  const rows = dossier.withheld.map(({ label, reasons, shownAs }) => [
    named(label, numbers),
    run(reasons.map((reason) => riskWords[reason]).join('; ')),
    shownAs.length === 0 ? run('nothing') : cites(shownAs, ' '),
  ]);
  const whole = table(
    'Left out to protect people; each can be asked for by its number',
    [1000, textWidth - 2800, 1800],
    ['Number', 'Reason', 'Shown as'],
    rows,
  );
  const log = withholdings(dossier).map(({ what, count, reason, legalBasis }) => [run(what), run(String(count)), run(reason), run(legalBasis)]);
  const heads = ['What', 'How many', 'Why', 'Legal basis'];
  const logged = table('What this edition holds back or took out of copies', [2900, 1000, 3012, textWidth - 6912], heads, log);
  const heading = paragraph('Heading2', [run('Withheld exhibits')]);
  return [...(rows.length === 0 ? [] : [heading, whole]), ...(log.length === 0 ? [] : [paragraph('Heading2', [run('Log of what is withheld')]), logged])];
}

export function custodyPart({ custody, checkpoint }: RedactedDossier): readonly Xml[] {
  const rows = custody.map(({ seq, at, label, action, actor, reason, sha256After }) => [
    run(String(seq)),
    run(momentInWords(at)),
    label === null ? nothing : cite(label),
    run(`${custodyWords[action]} by ${actor}${reason === null ? '' : `: ${reason}`}`),
    run(sha256After ?? '', { mono: true }),
  ]);
  const proof =
    checkpoint === null
      ? []
      : [paragraph('Normal', [run(custodyProofWords(checkpoint, custody.length))]), paragraph('Normal', [run(checkpoint.words.join(' '), { bold: true })])];
  const widths = [700, 1500, 1050, 3000, textWidth - 6250];
  return rows.length === 0
    ? proof
    : [...proof, table('What happened to the exhibits, in order', widths, ['No.', 'When', 'Exhibit', 'What', 'SHA-256 after'], rows)];
}

export function methodPart({ profile }: RedactedDossier): readonly Xml[] {
  const { method, limits } = methodWords(profile);
  const told = (paragraphs: readonly string[]) => paragraphs.map((text) => paragraph('Normal', [run(text)]));
  return [...told(method), paragraph('Heading2', [run('Limits')]), ...told(limits)];
}

export function scalesPart(): readonly Xml[] {
  const scale = (caption: string, head: string, rows: readonly (readonly [string, string])[]) => [
    paragraph('Heading2', [run(caption)]),
    table(
      caption,
      [2300, textWidth - 2300],
      [head, 'Meaning'],
      rows.map(([code, meaning]) => [run(code), run(meaning)]),
    ),
  ];
  return [
    ...scale('Likelihood (ICD 203)', 'Words', likelihoodRows),
    ...scale('Confidence (ICD 203)', 'Level', confidenceRows),
    ...scale(
      'Reliability of a source (Admiralty code)',
      'Grade',
      reliabilityGrades.map((grade) => [grade, reliabilityWords[grade]]),
    ),
    ...scale(
      'Credibility of a claim (Admiralty code)',
      'Grade',
      credibilityGrades.map((grade) => [grade, credibilityWords[grade]]),
    ),
    ...scale(
      'Finding on a claim',
      'Finding',
      findings.map((finding) => [findingWords[finding], findingMeanings[finding]]),
    ),
  ];
}
