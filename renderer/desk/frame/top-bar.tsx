import { ArrowLeft, ArrowRight, EllipsisVertical, FileInput, Redo2, Search, Undo2 } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { deskWords } from '#shared/wording/english/desk.ts';
import { keysOf } from '../bridge/actions.ts';
import { useNavigation } from '../bridge/navigation.ts';
import { useSettings } from '../bridge/settings.ts';
import { useTheme } from '../bridge/theme.ts';
import { useQuery } from '../bridge/use-query.ts';
import { Button as WordButton } from '../components/button/button.tsx';
import { IconButton } from '../components/icon-button/icon-button.tsx';
import { KeyHint } from '../components/key-hint/key-hint.tsx';
import { Menu } from '../components/menu/menu.tsx';
import { Name } from '../components/name/name.tsx';
import type { Action } from './action.ts';
import { actions, runActionById } from './actions.ts';

const inMenu = ['verify-case', 'jobs', 'theme/light', 'theme/dark', 'theme/system', 'guide', 'help', 'tour', 'lock'] as const;

/** Where one is, the way back, the one box for everything, and what is needed most. */
export function TopBar() {
  const { back, forward } = useNavigation();
  useSettings(); // the shortcuts shown are those chosen
  const theme = useTheme();
  const words = deskWords.actions;
  const entries = inMenu.map((id) => entryOf(id, id === `theme/${theme}`)).filter((entry) => entry !== null);
  return (
    <header className="top-bar">
      <div className="top-bar-start">
        <IconButton icon={ArrowLeft} label={words.back} shortcut={keyOf('back')} disabled={back.length === 0} onPress={() => runActionById('back')} />
        <IconButton
          icon={ArrowRight}
          label={words.forward}
          shortcut={keyOf('forward')}
          disabled={forward.length === 0}
          onPress={() => runActionById('forward')}
        />
        <CaseTitle />
      </div>
      <Button className="palette-opener" onPress={() => runActionById('palette')}>
        <Search aria-hidden size={14} />
        <span className="cut">{deskWords.palette.open}</span>
        {keyOf('palette') && <KeyHint keys={keyOf('palette') ?? ''} />}
      </Button>
      <div className="top-bar-end">
        <UndoAndRedo />
        <WordButton icon={FileInput} tone="primary" onPress={() => runActionById('import')}>
          {words.import}
        </WordButton>
        <Menu label={deskWords.moreActions} entries={entries}>
          <IconButton icon={EllipsisVertical} label={deskWords.moreActions} />
        </Menu>
      </div>
    </header>
  );
}

function CaseTitle() {
  return <Name text={useQuery('case/overview', {}).value?.title ?? ''} className="top-bar-title" />;
}

function UndoAndRedo() {
  const history = useQuery('history/list', {}).value;
  useSettings();
  const words = deskWords.actions;
  return (
    <>
      <IconButton icon={Undo2} label={words.undo} shortcut={keyOf('undo')} disabled={history?.undo.length === 0} onPress={() => runActionById('undo')} />
      <IconButton icon={Redo2} label={words.redo} shortcut={keyOf('redo')} disabled={history?.redo.length === 0} onPress={() => runActionById('redo')} />
    </>
  );
}

function entryOf(id: Action['id'], current: boolean) {
  const action = actions.find((known) => known.id === id);
  if (!action) return null;
  const { title, icon, run } = action;
  return { id, label: current ? deskWords.current(title) : title, icon, shortcut: keyOf(id), run };
}

function keyOf(id: Action['id']): string | null {
  const action = actions.find((known) => known.id === id);
  return action === undefined ? null : (keysOf(action)[0] ?? null);
}
