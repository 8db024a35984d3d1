import {
  ArrowLeft,
  ArrowRight,
  CircleQuestionMark,
  Eye,
  FileInput,
  Footprints,
  Keyboard,
  ListChecks,
  Lock,
  type LucideIcon,
  MessageSquarePlus,
  Monitor,
  Moon,
  NotebookPen,
  Redo2,
  Save,
  Search,
  ShieldCheck,
  Siren,
  SquareTerminal,
  Sun,
  TextSelect,
  Undo2,
  VenetianMask,
} from 'lucide-react';
import { deskWords } from '#shared/wording/english/desk.ts';
import { inLanguage } from '#shared/wording/speak.ts';
import type { ActionId, FrameActionId } from '../bridge/action-ids.ts';
import { goBack, goForward, openView } from '../bridge/navigation.ts';
import { ask } from '../bridge/requests.ts';
import { saveForm } from '../bridge/saving.ts';
import { changeSettings, settings } from '../bridge/settings.ts';
import { chooseTheme } from '../bridge/theme.ts';
import { verifyCase } from '../bridge/verification.ts';
import type { ViewManifest } from '../bridge/view-manifest.ts';
import { watchChosen } from '../bridge/watch.ts';
import type { Action } from './action.ts';
import { commandActions } from './command-actions.ts';
import { lockCase } from './lock-case.ts';
import { show } from './overlay.ts';
import { beginTour } from './tour/tour-steps.ts';
import { redo, undo } from './undo.ts';
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
  'watch-words': [Eye, 'do', [], watchChosen],
  save: [Save, 'do', ['Mod+S'], saveForm],
  undo: [Undo2, 'do', ['Mod+Z'], () => void undo()],
  redo: [Redo2, 'do', ['Mod+Shift+Z', 'Mod+Y'], () => void redo()],
  'verify-case': [ShieldCheck, 'do', [], () => void verifyCase('full')],
  jobs: [ListChecks, 'window', ['Mod+J'], () => show('jobs')],
  guide: [CircleQuestionMark, 'window', ['F1'], () => show('guide')],
  help: [Keyboard, 'window', ['?'], () => show('help')],
  tour: [Footprints, 'window', [], beginTour],
  'names-by-role': [VenetianMask, 'window', [], () => void changeSettings({ namesByRole: !(settings.get()?.namesByRole ?? false) })],
  lock: [Lock, 'window', ['Mod+L'], () => void lockCase()],
  // Its key is chosen in the settings: see use-keyboard.ts.
  'lock-at-once': [Siren, 'window', [], () => void lockCase(true)],
  'theme/light': [Sun, 'window', [], () => chooseTheme('light')],
  'theme/dark': [Moon, 'window', [], () => chooseTheme('dark')],
  'theme/system': [Monitor, 'window', [], () => chooseTheme('system')],
};

/** Shows a view and asks it to begin something there. */
function beginIn(view: string, what: string): void {
  openView(view);
  ask(what);
}

/** Actions that follow from manifests, such as those of a view that was just added. */
export function actionsOf(shown: readonly ViewManifest[]): readonly Action[] {
  const english = inLanguage(deskWords, 'en').actions;
  const ofFrame = Object.entries(rows).map(([name, [icon, group, keys, run]]): Action => {
    const id = name as FrameActionId;
    return { id, title: deskWords.actions[id], englishTitle: english[id], icon, group, keys, run };
  });
  const ofViews = shown.map(({ id, title, icon, shortcut }): Action => {
    const keys = shortcut === null ? [] : [shortcut];
    return { id: `view/${id}`, title: deskWords.openView(title), englishTitle: `open ${id}`, icon, group: 'go', keys, run: () => openView(id) };
  });
  return [...ofFrame, ...ofViews, ...commandActions(shown)];
}

export const actions: readonly Action[] = actionsOf(views);

/** Runs an action; an id nobody knows, such as one of a newer shell, does nothing. */
export function runActionById(id: ActionId): void {
  actions.find((action) => action.id === id)?.run();
}
