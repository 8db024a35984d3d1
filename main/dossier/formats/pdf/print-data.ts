import type { Citation, DossierExhibit, Endpoint } from '#shared/dossier/dossier-content.ts';
import {
  actorWords,
  actWords,
  credibilityWords,
  custodyWords,
  factWords,
  findingMeanings,
  findingWords,
  kindWords,
  linkWords,
  methodWords,
  profileWords,
  reliabilityWords,
  riskWords,
  roleWords,
  sourceWords,
  verdictWords,
  warningWords,
  workWords,
} from '#shared/dossier/dossier-wording.ts';
import type { RedactedDossier } from '#shared/dossier/redacted-dossier.ts';
import type { ExhibitCopy } from '../exhibit-copies.ts';
import { regionsOf } from '../regions-cited.ts';
import { bytesInWords, linkTarget, momentInWords } from '../visible-text.ts';
import type { Printer } from './printable-text.ts';

/** The file that holds the picture of an exhibit in the template's world. */
export function pictureFile({ label, mime }: ExhibitCopy): string {
  return `${label}.${mime === 'image/png' ? 'png' : 'jpg'}`;
}

/**
 * Everything the template prints, in words and in the order it is printed: the template decides about looks only. Every text
 * went through `printer`, but for targets of links and names of files, which are not printed.
 */
export function printData(dossier: RedactedDossier, copies: readonly ExhibitCopy[], { print, printShort, writtenOut }: Printer): object {
  const { about, profile } = dossier;
  const method = methodWords(profile);
  const told = {
    title: printShort(dossier.title),
    profile: profileWords[profile],
    handling: print(about.handling.trim() === '' ? profileWords[profile] : about.handling),
    running: print(oneLine(about.handling.trim() === '' ? profileWords[profile] : about.handling)),
    date: dossier.asOf.slice(0, 19).split(/[-T:]/).map(Number),
    cover: facts([
      ['Case', print(about.title)],
      [about.analysts.length === 1 ? 'Analyst' : 'Analysts', print(about.analysts.join(', '))],
      ['Case opened', momentInWords(about.openedAt)],
      ['As of', momentInWords(dossier.asOf)],
    ]),
    analysts: about.analysts.map(printShort),
    purpose: print(about.purpose),
    statements: dossier.statements.map(({ label, text, cites }) => ({ label, text: print(text), cites })),
    withheld: dossier.withheld.map(({ label, reasons }) => [label, reasons.map((reason) => riskWords[reason]).join('; ')]),
    leftOut: leftOut(dossier),
    claims: dossier.claims.map((claim) => ({
      label: claim.label,
      text: printShort(claim.text),
      chain: [print(`${claim.asserter} (${actWords[claim.act]})`), ...claim.via.map((name) => print(`${name} (relayed)`))],
      facts: facts([
        ['Finding', findingWords[claim.finding]],
        ['Credibility (Admiralty)', rating(claim.credibility)],
        ['Verdict on the picture', claim.verdict && verdictWords[claim.verdict]],
        ['Said', claim.saidAt],
        ['Holds of, or as of', claim.eventAt],
        ['Work', workWords[claim.workState]],
      ]),
      citations: claim.citations.map((citation) => place(citation, print)),
      related: claim.related.map(({ link, type, direction, other }) => ({
        link,
        words: linkWords[type],
        from: direction === 'from',
        other: end(other, print),
      })),
    })),
    conflicts: dossier.conflicts.map(({ link, type, left, right, rationale }) => ({
      link,
      words: linkWords[type],
      sides: [left, right].map((label) => ({ label, ...sideOf(dossier, label, print) })),
      rationale: rationale === null ? 'No reason is recorded.' : print(rationale),
    })),
    exhibits: dossier.exhibits.map((exhibit) => tellExhibit(dossier, exhibit, copies, { print, printShort })),
    links: dossier.links.map((link) => ({
      label: link.label,
      from: end(link.from, print),
      words: linkWords[link.type],
      to: end(link.to, print),
      why: link.rationale === null ? '' : print(link.rationale),
      citations: link.citation ? [place(link.citation, print)] : [],
      grade: link.grade ?? '',
    })),
    actors: dossier.actors.map(({ name, otherNames, kind, byRole, asserts, relays }) => ({
      name: print(name),
      other: print(otherNames.join(' · ')),
      kind: `${actorWords[kind]}${byRole ? ', shown by role' : ''}`,
      asserts,
      relays,
    })),
    notes: dossier.notes.map(({ label, title, runs, about: subjects, by, changedAt, versions }) => ({
      label,
      title: title === null ? 'Note' : printShort(title),
      runs: runs.map((run) => ('cite' in run ? run : { text: print(run.text) })),
      about: subjects.map((subject) => end(subject, print)),
      by: print(`${by}, ${momentInWords(changedAt)}${versions > 1 ? `, version ${versions}` : ''}`),
    })),
    custody: dossier.custody.map((entry) => ({
      seq: String(entry.seq),
      at: momentInWords(entry.at),
      exhibit: entry.label ?? '',
      action: custodyWords[entry.action],
      who: print(`${entry.actor}, ${entry.tool}`),
      reason: entry.reason === null ? '' : print(entry.reason),
      digest: halves(entry.sha256After ?? entry.sha256Before ?? ''),
    })),
    method: method.method,
    limits: method.limits,
    scales: [
      { title: 'Reliability of a source (Admiralty code)', rows: Object.entries(reliabilityWords) },
      { title: 'Credibility of a claim (Admiralty code)', rows: Object.entries(credibilityWords) },
      {
        title: 'Finding on a claim',
        rows: Object.entries(findingMeanings).map(([finding, meaning]) => [findingWords[finding as keyof typeof findingWords], meaning]),
      },
    ],
    targets: [...dossier.statements, ...dossier.claims, ...dossier.exhibits, ...dossier.links, ...dossier.notes, ...dossier.withheld].map(({ label }) => label),
  };
  return { ...told, writtenOut: writtenOut() };
}

type Print = Printer['print'];

function facts(pairs: readonly (readonly [string, string | null])[]): readonly (readonly [string, string])[] {
  return pairs.flatMap(([name, value]) => (value === null || value === '' ? [] : [[name, value] as const]));
}

function rating(credibility: keyof typeof credibilityWords | null): string {
  return credibility === null ? 'not rated' : `${credibility} · ${credibilityWords[credibility]}`;
}

function oneLine(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 180 ? `${[...line].slice(0, 179).join('')}…` : line;
}

function halves(digest: string): readonly string[] {
  return digest === '' ? [] : [digest.slice(0, 32), digest.slice(32)];
}

function end({ label, name }: Endpoint, print: Print): object {
  return label === null ? { text: print(name) } : { cite: label };
}

function place({ label, place: where }: Citation, print: Print): object {
  if (where.sort === 'withheld') return { label, sort: 'line', text: 'withheld' };
  if (where.sort === 'whole') return { label, sort: 'line', text: 'as a whole' };
  if (where.sort === 'region') {
    const { x, y, w, h } = where.region;
    return { label, sort: 'line', text: `region ${w} × ${h} pixels at ${x}, ${y}` };
  }
  return { label, sort: 'quote', prefix: print(where.prefix), exact: print(where.exact), suffix: print(where.suffix) };
}

function sideOf(dossier: RedactedDossier, label: string, print: Print): object {
  const claim = dossier.claims.find((candidate) => candidate.label === label);
  if (!claim) return { text: '', facts: [] };
  return {
    text: print(claim.text),
    facts: facts([
      ['Asserted by', print(claim.asserter)],
      ['Through', print(claim.via.join(' → '))],
      ['Holds of, or as of', claim.eventAt],
      ['Finding', findingWords[claim.finding]],
      ['Credibility', rating(claim.credibility)],
    ]),
  };
}

function leftOut({ notesLeftOut, custodyLeftOut }: RedactedDossier): string {
  const parts = [
    ...(notesLeftOut > 0 ? [`${notesLeftOut} ${notesLeftOut === 1 ? 'note' : 'notes'} of the team`] : []),
    ...(custodyLeftOut > 0 ? [`${custodyLeftOut} ${custodyLeftOut === 1 ? 'entry' : 'entries'} of the custody log`] : []),
  ];
  return parts.length === 0 ? '' : `Not part of this edition: ${parts.join(' and ')}.`;
}

function tellExhibit(
  dossier: RedactedDossier,
  exhibit: DossierExhibit,
  copies: readonly ExhibitCopy[],
  { print, printShort }: Pick<Printer, 'print' | 'printShort'>,
): object {
  const { source, picture } = exhibit;
  const copy = copies.find((candidate) => candidate.label === exhibit.label && candidate.mime !== 'text/plain');
  const regions = regionsOf(dossier, exhibit);
  return {
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
    citedBy: exhibit.citedBy,
  };
}
