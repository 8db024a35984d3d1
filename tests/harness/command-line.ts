import { runCommandLine } from '#main/cli/run-command-line.ts';
import type { World } from '#main/cli/world.ts';
import { testSurroundings } from './hosted-case.ts';

export type Run = { readonly code: number; readonly out: string; readonly err: string; readonly json: () => unknown };
export type Setting = {
  readonly env?: World['env'];
  /** What the person types at prompts, in order; without it there is no terminal. */
  readonly typed?: readonly (string | null)[];
  readonly onInterrupt?: World['onInterrupt'];
  /** What a terminal shows while the work goes on. */
  readonly sayProgress?: (line: string) => void;
  readonly around?: ReturnType<typeof testSurroundings>;
};

export const usualPassphrase = 'correct horse battery staple';

/** One run of the command line as a person would type it, with the cheapest key derivation. */
export async function corroborate(args: readonly string[], setting: Setting = {}): Promise<Run> {
  let [out, err] = ['', ''];
  const typed = setting.typed && [...setting.typed];
  const world: World = {
    env: setting.env ?? { CORROBORATE_PASSPHRASE: usualPassphrase },
    out: (text) => {
      out += text;
    },
    say: (text) => {
      err += text;
    },
    columns: null,
    sayProgress: setting.sayProgress ?? null,
    askSecret: typed
      ? async (question) => {
          err += question;
          return typed.shift() ?? null;
        }
      : null,
    onInterrupt: setting.onInterrupt ?? (() => () => undefined),
    enter: () => ({ around: setting.around ?? testSurroundings({ facts: lastingFacts }), leave: async () => undefined }),
  };
  const code = await runCommandLine(args, world);
  return { code, out, err, json: () => JSON.parse(out) };
}

// Ids must differ between runs on one case, so all runs of a test file share their facts.
const lastingFacts = testSurroundings().facts;
