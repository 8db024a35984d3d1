import { appendFileSync } from 'node:fs';

/** `let-through`: only the stand-in stopped it, real Electron would have sent it. `refused`: the application's own rules stopped it. */
export type Attempt = { readonly outcome: 'let-through' | 'refused'; readonly by: string; readonly url: string };

const reportFile = process.env['CORROBORATE_ATTEMPTS'];

/** Told on stderr, and to the file the test fixture reads: a spec fails on every attempt it did not announce. */
export function reportAttempt(attempt: Attempt): void {
  if (attempt.outcome === 'let-through') console.error(`stand-in: the app let a request through to the network (${attempt.by}): ${attempt.url}`);
  if (reportFile !== undefined) appendFileSync(reportFile, `${JSON.stringify(attempt)}\n`);
}
