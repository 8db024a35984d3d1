import { type CommandName, commands } from '#shared/contract/contract.ts';
import { commandTerms } from '#shared/wording/english/command-terms.ts';
import { inLanguage } from '#shared/wording/speak.ts';
import type { FrameActionId } from '../bridge/action-ids.ts';
import { openView } from '../bridge/navigation.ts';
import { ask } from '../bridge/requests.ts';
import type { ViewManifest } from '../bridge/view-manifest.ts';
import type { Action } from './action.ts';

/** Commands that an action of the frame gives already. */
const given: { readonly [C in CommandName]?: FrameActionId } = {
  'claims/assert': 'new-claim',
  'notes/write': 'new-note',
  'evidence/take-in': 'import/choose-files',
  'watch/add': 'watch-words',
  'history/undo': 'undo',
  'history/redo': 'redo',
  'jobs/cancel': 'jobs',
};
/** Topics whose view has another name; every other topic is the name of its view, or the plural of it. */
const viewOfTopic: { readonly [topic: string]: string } = { case: 'care', 'case/edit': 'overview' };

/** The view in which a command is given. */
export function viewOfCommand(name: CommandName, views: readonly ViewManifest[]): ViewManifest | null {
  const topic = name.split('/')[0] ?? '';
  const id = viewOfTopic[name] ?? viewOfTopic[topic] ?? topic;
  const named = (wanted: string) => views.find((view) => view.id === wanted);
  return views.find((view) => view.commands?.includes(name)) ?? named(id) ?? named(id.replace(/s$/, '')) ?? null;
}

/** The action of the frame that gives a command, or null when the palette needs one of its own. */
export function frameActionOf(name: CommandName): FrameActionId | null {
  return given[name] ?? null;
}

/** One action for each command of the registry that none of the frame gives: it opens the view where the object is chosen, and asks it to begin. */
export function commandActions(views: readonly ViewManifest[]): readonly Action[] {
  const english = inLanguage(commandTerms, 'en');
  return (Object.keys(commands) as CommandName[]).flatMap((name) => {
    const view = viewOfCommand(name, views);
    if (given[name] !== undefined || view === null) return [];
    const run = () => {
      openView(view.id);
      ask(name);
    };
    const title = commandTerms[name] ?? name;
    return [{ id: `command/${name}`, title, englishTitle: english[name] ?? name, icon: view.icon, group: 'do', keys: [], run } satisfies Action];
  });
}
