import { basename, dirname } from 'node:path';
import { SettingsChangeSchema } from '#shared/contract/settings.ts';
import type { UnlockShellAnswer, UnlockShellRequest } from '#shared/contract/unlock.ts';
import { chooseCase, chooseNewCase } from '../windows/dialogs.electron.ts';
import type { Tickets } from '../windows/tickets.ts';
import type { OpenWindows } from './open-windows.electron.ts';
import { demonstrationFolder } from './places.electron.ts';
import type { SettingsBook } from './settings-book.ts';
import type { Sitting } from './sitting.electron.ts';
import { spokenLanguage } from './spoken-language.electron.ts';

/** What the unlock page asks of the shell. A ticket that is unknown or used answers `cancelled`. */
export async function answerUnlock(
  request: UnlockShellRequest,
  windows: OpenWindows,
  sitting: Sitting,
  settings: SettingsBook,
  tickets: Tickets,
): Promise<UnlockShellAnswer> {
  const over = windows.get('unlock');
  if (over === null) return cancelled;
  switch (request.ask) {
    case 'choose-case':
      return caseAnswer(await chooseCase(over), tickets);
    case 'choose-new-case':
      return typeof request.suggestedName === 'string' ? caseAnswer(await chooseNewCase(over, request.suggestedName), tickets) : cancelled;
    case 'known-cases':
      return {
        kind: 'cases',
        mayRemember: settings.now.mayRemember,
        cases: settings.now.rememberedCases.map((path) => ({ ticket: tickets.give(path), folderName: basename(path), where: dirname(path) })),
      };
    case 'ready-desk':
      sitting.readyDesk();
      return { kind: 'done' };
    case 'choose-language': {
      const { data } = SettingsChangeSchema.shape.language.safeParse(request.language);
      if (data === undefined) return cancelled;
      sitting.changeSettings({ language: data });
      return { kind: 'language', spoken: spokenLanguage(settings.now) };
    }
    case 'start-case': {
      const folder = tickets.take(String(request.ticket));
      if (folder === null) return cancelled;
      await sitting.startCase(folder, request.remember === true);
      return { kind: 'done' };
    }
    case 'start-demonstration':
      await sitting.startDemonstration(demonstrationFolder());
      return { kind: 'done' };
    case 'case-for-keys':
      return caseAnswer(sitting.takeCaseLeft()?.folder ?? null, tickets);
    case 'case-for-branch': {
      const left = sitting.takeCaseLeft();
      const answer = caseAnswer(left?.folder ?? null, tickets);
      return answer.kind === 'case' && left?.branch !== undefined ? { ...answer, branch: left.branch } : cancelled;
    }
    case 'lock':
      void sitting.lock('locked');
      return { kind: 'done' };
    case 'enter':
      return (await sitting.enter()) ? { kind: 'done' } : cancelled;
    case 'forget-case': {
      const folder = tickets.take(String(request.ticket));
      if (folder !== null) settings.forgetCase(folder);
      return { kind: 'done' };
    }
    default:
      return cancelled;
  }
}

const cancelled: UnlockShellAnswer = { kind: 'cancelled' };

function caseAnswer(path: string | null, tickets: Tickets): UnlockShellAnswer {
  return path === null ? cancelled : { kind: 'case', ticket: tickets.give(path), folderName: basename(path) };
}
