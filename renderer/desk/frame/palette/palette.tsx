import { useDeferredValue, useState } from 'react';
import { Dialog as AriaDialog, Modal, ModalOverlay } from 'react-aria-components/Modal';
import { deskWords } from '#shared/wording/english/desk.ts';
import { useQuery } from '../../bridge/use-query.ts';
import { KindIcon } from '../../components/chip/kind-icon.tsx';
import { KeyHint } from '../../components/key-hint/key-hint.tsx';
import { type Result, ResultBox } from '../../components/result-box/result-box.tsx';
import { actions } from '../actions.ts';
import { actionEntry, matchingActions, objectEntry, type PaletteEntry } from './palette-entries.ts';
import '../../components/dialog/dialog.css';
import './palette.css';

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
  const asked = useDeferredValue(typed.trim());
  const found = useQuery('objects/find', asked === '' ? null : { match: asked.slice(0, 200), limit: objectsShown });
  const commands = matchingActions(actions, typed).map(actionEntry);
  const objects = asked === '' ? [] : (found.value ?? []).map(objectEntry);

  function choose(id: string): void {
    const entry = [...commands, ...objects].find((known) => known.id === id);
    onClose();
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
        { title: words.actions, results: commands.map(shownEntry) },
        { title: words.objects, results: objects.map(shownEntry) },
      ]}
      onChoose={choose}
      none={<p className="palette-none">{words.nothing}</p>}
    />
  );
}

function shownEntry({ id, title, detail, keys, picture }: PaletteEntry): Result {
  const content = (
    <>
      {'kind' in picture ? <KindIcon kind={picture.kind} size={15} /> : <picture.icon aria-hidden size={15} />}
      <span className="palette-title cut" title={title}>
        {title}
      </span>
      <span className="palette-detail cut">{detail}</span>
      {keys && <KeyHint keys={keys} />}
    </>
  );
  return { id, content };
}
