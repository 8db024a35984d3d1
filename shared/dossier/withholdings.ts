import { kindWords, riskWords } from './dossier-wording.ts';
import type { RedactedDossier } from './redacted-dossier.ts';
import { takenOutWords } from './report-wording.ts';

/**
 * One line of the log of what this edition withholds: what sort of thing, how many, why, and on which legal basis. A reason and a basis in the
 * analysts' words are told of what the edition shows, a redacted copy; of what it does not show at all there is only the mark, and whether a
 * basis is stated in the case.
 */
export type Withholding = { readonly what: string; readonly count: number; readonly reason: string; readonly legalBasis: string };

export function withholdings(dossier: RedactedDossier): readonly Withholding[] {
  const { withheld, exhibits, actors, notesLeftOut, placesLeftOut, custodyLeftOut, claimsLeftOut } = dossier;
  const counted = (what: string, count: number, reason: string): readonly Withholding[] => (count === 0 ? [] : [{ what, count, reason, legalBasis: '' }]);
  return [
    ...summed(
      withheld.map(({ kind, reasons, basisStated }) => ({
        ...{ what: `whole exhibits (${kindWords[kind]})`, count: 1, reason: reasons.map((reason) => riskWords[reason]).join('; ') },
        legalBasis: basisStated ? 'stated in the case' : 'none stated',
      })),
    ),
    ...summed(
      exhibits.flatMap(({ redaction }) =>
        redaction === null
          ? []
          : [
              {
                ...{ what: takenOutWords[redaction.sort], count: Math.max(1, redaction.parts), reason: redaction.reason },
                legalBasis: redaction.legalBasis ?? 'none stated',
              },
            ],
      ),
    ),
    ...counted('names, replaced by roles', actors.filter(({ byRole }) => byRole).length, 'people whose role stands for them'),
    ...counted('coordinates of places', placesLeftOut, 'living people may be there'),
    ...counted('claims that were given up', claimsLeftOut, 'cited by nothing in this edition'),
    ...counted('notes of the team', notesLeftOut, 'not part of this edition'),
    ...counted('entries of the custody log', custodyLeftOut, 'not part of this edition, or about what it withholds'),
  ];
}

/** Lines that differ in their number only are one. */
function summed(lines: readonly Withholding[]): readonly Withholding[] {
  const sums = new Map<string, Withholding>();
  for (const line of lines) {
    const key = JSON.stringify([line.what, line.reason, line.legalBasis]);
    sums.set(key, { ...line, count: line.count + (sums.get(key)?.count ?? 0) });
  }
  return [...sums.values()];
}
