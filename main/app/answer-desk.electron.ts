import { basename } from 'node:path';
import { app, nativeTheme } from 'electron';
import type { ShellAnswer, ShellRequest } from '#shared/contract/contract.ts';
import { done, type Reply, refused } from '#shared/kernel/reply.ts';
import { chooseFiles, chooseFolder, chooseSaveFile } from '../windows/dialogs.electron.ts';
import type { Tickets } from '../windows/tickets.ts';
import { copyText } from './copy-text.electron.ts';
import type { OpenWindows } from './open-windows.electron.ts';
import type { SettingsBook } from './settings-book.ts';
import type { Sitting } from './sitting.electron.ts';

/** What the desk asks of the shell. Requests come from a page: fields are checked before use. */
export async function answerDesk(
  request: ShellRequest,
  windows: OpenWindows,
  sitting: Sitting,
  settings: SettingsBook,
  tickets: Tickets,
): Promise<Reply<ShellAnswer>> {
  const over = windows.get('desk');
  if (over === null) return refused({ kind: 'case-locked' });
  switch (request.ask) {
    case 'choose-files':
      return ticketsFor(await chooseFiles(over), tickets);
    case 'choose-folder':
      return ticketsFor(listOf(await chooseFolder(over)), tickets);
    case 'choose-save-file':
      return typeof request.suggestedName === 'string'
        ? ticketsFor(listOf(await chooseSaveFile(over, request.suggestedName)), tickets)
        : wrong('suggestedName');
    case 'lock':
      void sitting.lock('locked');
      return done({ kind: 'done' });
    case 'set-theme':
      if (!['light', 'dark', 'system'].includes(request.theme)) return wrong('theme');
      nativeTheme.themeSource = request.theme;
      settings.change({ theme: request.theme });
      return done({ kind: 'done' });
    case 'copy-text':
      if (typeof request.text !== 'string' || request.text.length > longestCopy) return wrong('text');
      await copyText(request.text);
      return done({ kind: 'done' });
    case 'state':
      return done({
        kind: 'state',
        theme: settings.now.theme,
        demonstrationEngine: Boolean(process.env['CORROBORATE_DEMONSTRATION_ENGINE']),
        version: app.getVersion(),
      });
    default:
      return wrong('ask');
  }
}

const longestCopy = 5_000_000;

const wrong = (where: string) => refused({ kind: 'invalid-input', where, reason: 'a request of the contract' });

const listOf = (path: string | null) => (path === null ? [] : [path]);

function ticketsFor(paths: readonly string[], tickets: Tickets): Reply<ShellAnswer> {
  return done({ kind: 'tickets', tickets: paths.map((path) => ({ ticket: tickets.give(path), name: basename(path) })) });
}
