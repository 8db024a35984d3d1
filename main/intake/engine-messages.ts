import type { ExamineJob } from '#shared/contract/quarantine.ts';

/** What passes between the command line and the engine it started (main/app/quarantine-host). One question is open at a time. */
export type ToEngine = { readonly examine: ExamineJob };
export type FromEngine = { readonly ready: true } | { readonly reply: unknown };

/** The argument that makes the app examine files for a command line and show no window. */
export const quarantineHostArgument = '--quarantine-host';
