import { type Language, languageFor } from '#shared/kernel/languages.ts';
import type { Reply } from '#shared/kernel/reply.ts';
import { problemSentence } from '#shared/wording/problems.ts';
import { speak } from '#shared/wording/speak.ts';
import { type Command, type Printed, UsageError } from './command.ts';
import { commandList } from './command-list.ts';
import { helpOf, helpOverview } from './help.ts';
import { findCommand, parseArguments } from './parse-arguments.ts';
import type { World } from './world.ts';

/** 0 success, 1 a refused or failed operation, 2 wrong usage. */
export type ExitCode = 0 | 1 | 2;

/** One run of the command line. Expected failures become a message and a code; only a bug throws. */
export async function runCommandLine(typed: readonly string[], world: World, commands: readonly Command[] = commandList): Promise<ExitCode> {
  speak(languageOf(typed, world.env));
  const found = findCommand(commands, typed);
  if (!found) {
    const asked = typed.length === 0 || typed.includes('--help') || typed[0] === 'help';
    const begun = commands.filter((command) => command.words[0] === typed[0]).map((command) => `${command.words.join(' ')} ${command.operands}`);
    if (asked && typed.length > 0) world.out(helpOverview(commands));
    else if (begun.length > 0) world.say(`corroborate: the whole command is: ${begun.join(', ')}\n`);
    else world.say(`${asked ? '' : 'corroborate: there is no such command.\n\n'}${helpOverview(commands)}`);
    return asked && typed.length > 0 ? 0 : 2;
  }
  try {
    const given = parseArguments(found.command, found.rest);
    if (given.option('help') !== undefined) {
      world.out(helpOf(found.command));
      return 0;
    }
    return answer(await found.command.perform(given, world), given.option('json') !== undefined, world);
  } catch (cause) {
    if (!(cause instanceof UsageError)) throw cause;
    world.say(`corroborate: ${cause.hint}\nMore: corroborate ${found.command.words.join(' ')} --help\n`);
    return 2;
  }
}

/** Before the arguments are sorted, because what is wrong with them is said in that language, too. */
function languageOf(typed: readonly string[], { LC_ALL, LC_MESSAGES, LANG }: World['env']): Language {
  const at = typed.indexOf('--language');
  const joined = typed.find((each) => each.startsWith('--language='))?.slice('--language='.length);
  return languageFor([joined ?? (at < 0 ? undefined : typed[at + 1]), LC_ALL || LC_MESSAGES || LANG]);
}

function answer(reply: Reply<Printed>, json: boolean, world: World): ExitCode {
  if (!reply.ok) {
    world.say(`corroborate: ${problemSentence(reply.problem)}\n`);
    if (json) world.out(`${JSON.stringify({ problem: reply.problem }, null, 2)}\n`);
    return 1;
  }
  if (json) world.out(`${JSON.stringify(reply.value.json, null, 2)}\n`);
  else if (reply.value.lines.length > 0) world.out(`${reply.value.lines.join('\n')}\n`);
  return reply.value.failed ? 1 : 0;
}
