import process from 'node:process';
import { realFacts } from '#main/caseprocess/surroundings.ts';
import { engineQuarantine } from '#main/intake/engine-quarantine.ts';
import { askSecret } from './ask-secret.ts';
import { hearInterrupts } from './hear-interrupts.ts';
import { anchorsFolder } from './state-folder.ts';
import { tellQuarantineFailures } from './tell-quarantine-failures.ts';
import type { World } from './world.ts';

/** The process as the world of the command line. */
export function processWorld(tool: string): World {
  const say = (text: string): void => void process.stderr.write(text);
  const { stdin, stderr, stdout } = process;
  return {
    env: process.env,
    out: (text) => void stdout.write(text),
    say,
    columns: stdout.isTTY ? stdout.columns : null,
    // Carriage return and erase to the end of the line: the one line is written over.
    sayProgress: stderr.isTTY ? (line) => say(`\r\u001b[K${line}`) : null,
    askSecret: stdin.isTTY && stderr.isTTY ? (question) => askSecret(stdin, say, question) : null,
    onInterrupt: hearInterrupts(),
    enter: () => {
      const quarantine = engineQuarantine();
      const reportBug = (bug: { readonly reference: string; readonly name: string; readonly frames: readonly string[] }): void =>
        say(`${bug.reference} ${bug.name}\n${bug.frames.map((frame) => `  ${frame}\n`).join('')}`);
      return {
        around: {
          facts: realFacts(tool),
          quarantine: tellQuarantineFailures(quarantine, say),
          reportBug,
          anchors: anchorsFolder(process.env, process.platform),
        },
        leave: quarantine.end,
      };
    },
  };
}
