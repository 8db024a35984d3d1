import type { RedactedDossier } from './redacted-dossier.ts';

/**
 * What a second reader signs off, as text to be digested: all that the dossier says but the custody log, which goes on growing, and its date,
 * which follows from that.
 */
export function reviewedWords({ custody: _, custodyLeftOut: _out, checkpoint: _point, asOf: _asOf, review: _review, ...said }: RedactedDossier): string {
  return JSON.stringify({ ...said, withheld: said.withheld.map(({ commitment: _commitment, ...item }) => item) });
}
