import { realFacts } from '#main/caseprocess/surroundings.ts';
import { openCase } from '#main/casestore/case-store.ts';
import { recordCaseAct } from '#shared/domain/custody/record-case-act.ts';
import { good, samplePassphrase } from '#tests/harness/stored-case.ts';

/** A process of its own, under whatever clock it is started with: writes two custody entries into the case in `FOLDER` and closes it. */
const [folder = ''] = process.argv.slice(2);
const open = good(await openCase(folder, { passphrase: samplePassphrase }, realFacts('clock test')));
for (const reason of ['first', 'second']) good(await open.commit(() => recordCaseAct('backed-up', reason), { undoable: false }));
good(await open.close());
