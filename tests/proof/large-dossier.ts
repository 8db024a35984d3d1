import { join } from 'node:path';
import { dossierPort } from '#main/dossier/dossier-port.ts';
import { applyRedactions } from '#shared/dossier/apply-redactions.ts';
import { composeDossier } from '#shared/dossier/compose-dossier.ts';
import { planOfEverything } from '#shared/dossier/plan-to-tell.ts';
import { largeRecord } from '#tests/fixtures/dossier/large-case.ts';
import { id } from '#tests/fixtures/dossier/sample-case.ts';
import { quietly, sampleOpenCase } from '#tests/fixtures/dossier/sample-dossier.ts';

// Writes a dossier of 1,000 exhibits in every format, for the eyes of outside validators: node large-dossier.mjs FOLDER [EXHIBITS]
const [folder = '', exhibits = '1000'] = process.argv.slice(2);
const port = dossierPort(sampleOpenCase);
const cites = (name: string) => [id(name)];
const statement = (name: string, text: string, on: string) => ({ id: id(name), text, citeIds: cites(on) });
const plan = {
  ...planOfEverything('A large case: колонна, 호송대 & <others>'),
  statements: [statement('large s1', 'The convoy left at dawn.', 'large claim 0')],
  judgments: [
    {
      ...statement('large j1', 'The convoy left before six.', 'large claim 1'),
      likelihood: 'likely' as const,
      confidence: 'moderate' as const,
      basis: 'Two exhibits agree.',
    },
  ],
  sections: [{ id: id('large part'), heading: 'What was seen', statements: [statement('large s2', 'Trucks were seen.', 'large exhibit 1')] }],
  alternatives: [statement('large a1', 'It may have left the evening before.', 'large claim 2')],
  questions: [{ id: id('large q1'), text: 'Who gave the order?' }],
};
const dossier = applyRedactions(composeDossier(largeRecord(Number(exhibits)), plan, 'court'));
const started = performance.now();
const written = await port.write(
  dossier,
  join(folder),
  port.formats().map(({ id: format }) => format),
  quietly,
);
if (!written.ok) throw new Error(written.problem.kind);
console.log(
  `${exhibits} exhibits: ${written.value.length} files in ${((performance.now() - started) / 1000).toFixed(1)} s, ${Math.round(process.resourceUsage().maxRSS / 1024)} MiB`,
);
