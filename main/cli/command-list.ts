import type { Command } from './command.ts';
import { addClaim } from './commands/add-claim.ts';
import { addLink } from './commands/add-link.ts';
import { addNote } from './commands/add-note.ts';
import { changePassphrase } from './commands/change-passphrase.ts';
import { exportDossierOf } from './commands/export-dossier.ts';
import { exportOriginal } from './commands/export-evidence.ts';
import { importFiles } from './commands/import-files.ts';
import { listObjects } from './commands/list-objects.ts';
import { markEvidence } from './commands/mark-evidence.ts';
import { newCase } from './commands/new-case.ts';
import { rateObject } from './commands/rate-object.ts';
import { recoverByWords } from './commands/recover-case.ts';
import { searchCase } from './commands/search-case.ts';
import { showObject } from './commands/show-object.ts';
import { verifyFolder } from './commands/verify-folder.ts';
import { demo } from './demo/demo-command.ts';

/** Everything the command line can do, in the order of the work. */
export const commandList: readonly Command[] = [
  newCase,
  importFiles,
  addClaim,
  addLink,
  rateObject,
  addNote,
  markEvidence,
  listObjects,
  showObject,
  searchCase,
  exportOriginal,
  exportDossierOf,
  verifyFolder,
  changePassphrase,
  recoverByWords,
  demo,
];
