import { type CustodyEntry, custodyKey } from '#shared/domain/custody/custody-entry.ts';
import { custody } from '#tests/fixtures/dossier/sample-case.ts';
import { type everyone, less, type World } from './case-with-secrets.ts';
import type { MadePart } from './made-objects.ts';

/** A log of what happened to each exhibit, and of acts on the case as a whole. Courts and defendants get all of it. */
export function custodyOf(world: World, parts: readonly MadePart[]): { readonly [seq: string]: CustodyEntry } {
  const { word, trace } = world.maker;
  const entries: CustodyEntry[] = [];
  const add = (action: CustodyEntry['action'], evidenceId: CustodyEntry['evidenceId'], field: string, allowed: readonly (typeof everyone)[number][]) => {
    const salt = Buffer.from(Array.from({ length: 16 }, () => world.between(0, 255))).toString('hex');
    // Whoever gets an entry as it was signed gets its salt.
    trace(`salt of ${field}`, salt, allowed);
    entries.push({
      ...custody(entries.length, action, field, word(`reason of ${field}`, allowed)),
      ...{ evidenceId, actor: word(`actor of ${field}`, allowed), tool: `${word(`tool of ${field}`, allowed)} 1`, salt, sha256After: null },
    });
  };
  for (const { evidence, group } of parts) {
    for (const { value, allowed, marked } of evidence) {
      const whole = [...new Set([...allowed, 'court' as const])];
      const field = marked ? 'custody of a withheld exhibit' : `custody of an exhibit ${group}`;
      add(value.derivedFrom === null ? 'imported' : 'redacted', value.id, field, whole);
      if (world.chance(0.5)) add('viewed', value.id, 'viewing of an exhibit', less(whole, 'public'));
      if (world.chance(0.3)) add(value.derivedFrom === null && world.chance(0.5) ? 'marked' : 'exported', value.id, field, whole);
    }
  }
  add('backed-up', null, 'an act on the case', ['court', 'disclosure']);
  return Object.fromEntries(entries.map((entry) => [custodyKey(entry.seq), entry]));
}
