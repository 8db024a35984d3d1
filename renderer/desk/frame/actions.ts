import {
  ArrowLeft,
  ArrowRight,
  FileInput,
  Keyboard,
  ListChecks,
  Lock,
  type LucideIcon,
  MessageSquarePlus,
  Monitor,
  Moon,
  NotebookPen,
  Redo2,
  Search,
  ShieldCheck,
  SquareTerminal,
  Sun,
  TextSelect,
  Undo2,
} from 'lucide-react';
import { deskWords } from '#shared/wording/english/desk.ts';
import type { ActionId, FrameActionId } from '../bridge/action-ids.ts';
import { goBack, goForward, openView } from '../bridge/navigation.ts';
import { ask } from '../bridge/requests.ts';
import { chooseTheme } from '../bridge/theme.ts';
import type { Action } from './action.ts';
import { lockCase } from './lock-case.ts';
import { show } from './overlay.ts';
import { redo, undo } from './undo.ts';
import { verifyCase } from './verify-case.ts';
import { views } from './views.ts';

type Row = readonly [icon: LucideIcon, group: Action['group'], keys: readonly string[], run: () => void];
const rows: { readonly [A in FrameActionId]: Row } = {
  palette: [SquareTerminal, 'go', ['Mod+K', 'Mod+P'], () => show('palette')],
  search: [Search, 'go', ['Mod+F', 'Mod+Shift+F'], () => beginIn('search', 'search')],
  back: [ArrowLeft, 'go', ['Alt+ArrowLeft', 'Mod+['], goBack],
  forward: [ArrowRight, 'go', ['Alt+ArrowRight', 'Mod+]'], goForward],
  import: [FileInput, 'do', ['Mod+I'], () => show('import-files')],
  'import/choose-files': [FileInput, 'do', [], () => show('import-files')],
  'import/paste-text': [TextSelect, 'do', ['Mod+Shift+V'], () => show('import-text')],
  'new-claim': [MessageSquarePlus, 'do', ['Mod+Shift+C'], () => beginIn('claims', 'new-claim')],
  'new-note': [NotebookPen, 'do', ['Mod+Shift+N'], () => beginIn('notes', 'new-note')],
  undo: [Undo2, 'do', ['Mod+Z'], () => void undo()],
  redo: [Redo2, 'do', ['Mod+Shift+Z', 'Mod+Y'], () => void redo()],
  'verify-case': [ShieldCheck, 'do', [], () => void verifyCase()],
  jobs: [ListChecks, 'window', ['Mod+J'], () => show('jobs')],
  help: [Keyboard, 'window', ['?', 'F1'], () => show('help')],
  lock: [Lock, 'window', ['Mod+L'], () => void lockCase()],
  'theme/light': [Sun, 'window', [], () => chooseTheme('light')],
  'theme/dark': [Moon, 'window', [], () => chooseTheme('dark')],
  'theme/system': [Monitor, 'window', [], () => chooseTheme('system')],
};

/** Shows a view and asks it to begin something there. */
function beginIn(view: string, what: string): void {
  openView(view);
  ask(what);
}

const ofFrame = Object.entries(rows).map(([id, [icon, group, keys, run]]): Action => {
  return { id: id as FrameActionId, title: deskWords.actions[id as FrameActionId], icon, group, keys, run };
});
const ofViews = views.map(({ id, title, icon, shortcut }): Action => {
  return { id: `view/${id}`, title: deskWords.openView(title), icon, group: 'go', keys: shortcut === null ? [] : [shortcut], run: () => openView(id) };
});

export const actions: readonly Action[] = [...ofFrame, ...ofViews];

/** Runs an action; an id nobody knows, such as one of a newer shell, does nothing. */
export function runActionById(id: ActionId): void {
  actions.find((action) => action.id === id)?.run();
}
