import { useDeferredValue, useState } from 'react';
import { Dialog as AriaDialog, Modal, ModalOverlay } from 'react-aria-components/Modal';
import { deskWords } from '#shared/wording/english/desk.ts';
import { useNavigation } from '../../bridge/navigation.ts';
import { useQuery } from '../../bridge/use-query.ts';
import { KindIcon } from '../../components/chip/kind-icon.tsx';
import { KeyHint } from '../../components/key-hint/key-hint.tsx';
import { type Result, ResultBox } from '../../components/result-box/result-box.tsx';
import { actions } from '../actions.ts';
import { actionEntry, matchingActions, matchingSearches, objectEntry, type PaletteEntry } from './palette-entries.ts';
import { recentFirst, recentObjects, remember } from './recent.ts';
import '../../components/dialog/dialog.css';
import './palette.css';
import { Name, NameInLines } from '../../components/name/name.tsx';

const words = deskWords.palette;
const objectsShown = 40;

/** One box for every action, every view and every object of the case. */
export function Palette({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  return (
    <ModalOverlay className="scrim" isOpen={open} onOpenChange={(next) => !next && onClose()} isDismissable>
      <Modal className="modal palette-modal">
        <AriaDialog className="dialog" aria-label={words.label}>
          <PaletteBox onClose={onClose} />
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

function PaletteBox({ onClose }: { readonly onClose: () => void }) {
  const [typed, setTyped] = useState('');
  const nothingTyped = typed.trim() === '';
  const asked = useDeferredValue(typed.trim());
  const found = useQuery('objects/find', asked === '' ? null : { match: asked.slice(0, 200), limit: objectsShown });
  const visited = useNavigation();
  const ids = recentObjects([...visited.back.map((place) => place.objectId), visited.here.objectId]);
  const lately = useQuery('objects/labels', nothingTyped && ids.length > 0 ? { ids: [...ids] } : null);
  const saved = useQuery('search/saved', {}).value ?? [];
  const commands = [...matchingActions(actions, typed).map(actionEntry), ...matchingSearches(saved, typed)];
  const objects = nothingTyped || asked === '' ? [] : (found.value ?? []).map(objectEntry);
  const { last, rest } = nothingTyped ? recentFirst(commands) : { last: [], rest: commands };
  const before = nothingTyped ? [...last, ...(lately.value ?? []).map(objectEntry)] : [];

  function choose(id: string): void {
    const entry = [...before, ...commands, ...objects].find((known) => known.id === id);
    onClose();
    remember(id);
    // After the dialog has gone, so that what opens next can take the keyboard.
    if (entry) setTimeout(entry.run, 0);
  }

  return (
    <ResultBox
      label={words.label}
      resultsLabel={words.results}
      placeholder={words.placeholder}
      typed={typed}
      onType={setTyped}
      groups={[
        { title: words.recent, results: before.map(shownEntry) },
        { title: words.actions, results: rest.map(shownEntry) },
        { title: words.objects, results: objects.map(shownEntry) },
      ]}
      onChoose={choose}
      asking={asked !== typed.trim() || (!nothingTyped && found.state === 'loading')}
      none={<p className="palette-none">{words.nothing}</p>}
    />
  );
}

function shownEntry({ id, title, detail, keys, picture }: PaletteEntry): Result {
  const content = (
    <>
      {'kind' in picture ? <KindIcon kind={picture.kind} size={15} /> : <picture.icon aria-hidden size={15} />}
      <Name text={title} className="palette-title" />
      <span className="palette-detail cut">
        <NameInLines text={detail} />
      </span>
      {keys && <KeyHint keys={keys} />}
    </>
  );
  return { id, content };
}
