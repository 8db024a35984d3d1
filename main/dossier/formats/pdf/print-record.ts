import { actorWords, custodyProofWords, custodyWords, linkWords, reliabilityWords, riskWords } from '#shared/dossier/dossier-wording.ts';
import { cut } from '#shared/dossier/figures/paint.ts';
import { labelRuns } from '#shared/dossier/label-runs.ts';
import { noteWriting } from '#shared/dossier/note-writing.ts';
import type { RedactedDossier } from '#shared/dossier/redacted-dossier.ts';
import { nameIndex } from '#shared/dossier/report-parts.ts';
import { withholdings } from '#shared/dossier/withholdings.ts';
import { momentInWords } from '../visible-text.ts';
import { end, facts, halves, narrow, place } from './print-phrases.ts';
import { printWriting } from './print-writing.ts';
import type { Printer } from './printable-text.ts';

/** What stands behind the report: sources, links, people, notes, custody, what was withheld, and the index. */
export function tellRecord(dossier: RedactedDossier, { print, printShort }: Pick<Printer, 'print' | 'printShort'>): object {
  return {
    sources: dossier.sources.map((source) => ({
      label: source.label,
      title: narrow(print(cut(source.title, 500))),
      by: narrow(print(cut([source.author, source.publisher].flatMap((name) => name ?? []).join(', '), 200))),
      published: narrow(source.publishedAt ?? ''),
      reliability: source.reliability === null ? 'not rated' : `${source.reliability} · ${reliabilityWords[source.reliability]}`,
      exhibits: labelRuns(source.exhibitLabels),
    })),
    // Whole names stand where they are told of; here they lead there.
    index: nameIndex(dossier).map(({ name, at }) => ({ name: print(cut(name, 160)), at: labelRuns(at) })),
    withheld: dossier.withheld.map(({ label, reasons, shownAs, commitment }) => [
      label,
      reasons.map((reason) => riskWords[reason]).join('; '),
      shownAs,
      halves(commitment ?? ''),
    ]),
    withholdings: withholdings(dossier).map(({ what, count, reason, legalBasis }) => [what, String(count), print(reason), print(legalBasis)]),
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
      name: narrow(print(name)),
      other: narrow(print(otherNames.join(' · '))),
      kind: `${actorWords[kind]}${byRole ? ', shown by role' : ''}`,
      asserts: labelRuns(asserts),
      relays: labelRuns(relays),
    })),
    notes: dossier.notes.map(({ label, title, runs, about: subjects, by, changedAt, versions }) => ({
      label,
      title: title === null ? 'Note' : printShort(title),
      writing: printWriting(noteWriting({ runs }), print),
      about: subjects.map((subject) => end(subject, print)),
      by: print(`${by}, ${momentInWords(changedAt)}${versions > 1 ? `, version ${versions}` : ''}`),
    })),
    custody: dossier.custody.map((entry) => ({
      seq: String(entry.seq),
      at: momentInWords(entry.at),
      exhibit: entry.label ?? '',
      action: custodyWords[entry.action],
      who: print(`${entry.actor}, ${entry.tool}`),
      reason: entry.reason === null ? '' : narrow(print(entry.reason)),
      digest: halves(entry.sha256After ?? entry.sha256Before ?? ''),
    })),
    checkpoint: dossier.checkpoint && {
      note: custodyProofWords(dossier.checkpoint, dossier.custody.length),
      facts: facts([
        ['Six words', dossier.checkpoint.words.join(' ')],
        ['Root of the log', dossier.checkpoint.root],
        ['Signed by', print(dossier.checkpoint.signedBy.join(', '))],
      ]),
    },
  };
}
