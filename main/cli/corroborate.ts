import '#shared/kernel/no-eval.ts';

import process from 'node:process';
import packageFile from '../../package.json' with { type: 'json' };
import { processWorld } from './process-world.ts';
import { runCommandLine } from './run-command-line.ts';

// Whatever the program writes is for its user alone.
process.umask(0o077);
// A reader that has seen enough (`| head`) is no error.
process.stdout.on('error', (cause: NodeJS.ErrnoException) => process.exit(cause.code === 'EPIPE' ? 0 : 1));

void runCommandLine(process.argv.slice(2), processWorld(`Corroborate ${packageFile.version}`)).then((code) => {
  // Not process.exit: what was written to a pipe must reach it.
  process.exitCode = code;
});
