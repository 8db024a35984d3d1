import { basename } from 'node:path';
import { app } from 'electron';
import type { ShellAnswer, ShellRequest } from '#shared/contract/contract.ts';
import { type SettingsChange, SettingsChangeSchema, type ShownSettings } from '#shared/contract/settings.ts';
import { done, type Reply, refused } from '#shared/kernel/reply.ts';
import { chooseFiles, chooseFolder, chooseSaveFile } from '../windows/dialogs.electron.ts';
import { namedViews } from '../windows/named-views.ts';
import type { Tickets } from '../windows/tickets.ts';
import { copyText } from './copy-text.electron.ts';
import type { OpenWindows } from './open-windows.electron.ts';
import type { Settings } from './settings.ts';
import type { SettingsBook } from './settings-book.ts';
import type { Sitting } from './sitting.electron.ts';
import { spokenLanguage } from './spoken-language.electron.ts';

/** What the desk asks of the shell. Requests come from a page: fields are checked before use. */
export async function answerDesk(
  request: ShellRequest,
  windows: OpenWindows,
  sitting: Sitting,
  settings: SettingsBook,
  tickets: Tickets,
): Promise<Reply<ShellAnswer>> {
  const over = windows.get('desk');
  if (request.ask === 'state' || request.ask === 'name-views') return answerBeginning(request, sitting, settings);
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
      void (request.atOnce === true ? sitting.lock('locked', 0) : sitting.lock('locked'));
      return done({ kind: 'done' });
    case 'manage-keys':
      void sitting.manageKeys();
      return done({ kind: 'done' });
    case 'look-into-branch':
      if (typeof request.branchId !== 'string' || !/^[0-9a-f]{12}$/.test(request.branchId)) return wrong('branchId');
      void sitting.lookIntoBranch(request.branchId);
      return done({ kind: 'done' });
    case 'change-settings': {
      const change = SettingsChangeSchema.safeParse(request.change);
      if (!change.success) return wrong('change');
      sitting.changeSettings(definedOf(change.data));
      return done({ kind: 'settings', settings: shownSettings(settings.now) });
    }
    case 'forget-cases':
      settings.forgetCases();
      return done({ kind: 'settings', settings: shownSettings(settings.now) });
    case 'copy-text':
      if (typeof request.text !== 'string' || request.text.length > longestCopy) return wrong('text');
      await copyText(request.text, settings.now.clipboardSeconds);
      return done({ kind: 'done' });
    default:
      return wrong('ask');
  }
}

/** What a desk asks when it begins, which may be before a case is open: nothing of it is about a case. */
function answerBeginning(
  request: Extract<ShellRequest, { readonly ask: 'state' | 'name-views' }>,
  sitting: Sitting,
  settings: SettingsBook,
): Reply<ShellAnswer> {
  if (request.ask === 'name-views') {
    const views = namedViews(request.views);
    if (views === null) return wrong('views');
    sitting.nameViews(views);
    return done({ kind: 'done' });
  }
  return done({
    kind: 'state',
    settings: shownSettings(settings.now),
    demonstrationEngine: Boolean(process.env['CORROBORATE_DEMONSTRATION_ENGINE']),
    version: app.getVersion(),
    firstLook: sitting.takeFirstLook(),
  });
}

const longestCopy = 5_000_000;

function shownSettings({ rememberedCases, window: _size, ...chosen }: Settings): ShownSettings {
  return { ...chosen, remembered: rememberedCases.length, canProtectContent: process.platform !== 'linux', spoken: spokenLanguage(chosen) };
}

/** A field that is there without a value changes nothing. */
function definedOf(change: { readonly [name: string]: unknown }): SettingsChange {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
}

const wrong = (where: string) => refused({ kind: 'invalid-input', where, reason: 'a request of the contract' });

const listOf = (path: string | null) => (path === null ? [] : [path]);

function ticketsFor(paths: readonly string[], tickets: Tickets): Reply<ShellAnswer> {
  return done({ kind: 'tickets', tickets: paths.map((path) => ({ ticket: tickets.give(path), name: basename(path) })) });
}
