import { useState } from 'react';
import { deskWords } from '#shared/wording/english/desk.ts';
import { type GivenFile, takeIn } from '../../bridge/take-in.ts';
import { Button } from '../../components/button/button.tsx';
import { Dialog } from '../../components/dialog/dialog.tsx';
import { Tabs } from '../../components/tabs/tabs.tsx';
import { ChosenFiles } from './chosen-files.tsx';
import { DetailFields } from './detail-fields.tsx';
import { type Details, emptyDetails, fieldsOf, wrongField } from './details.ts';
import { type Pasted, PastedText } from './pasted-text.tsx';
import './import-dialog.css';

export type ImportMode = 'files' | 'text';
const words = deskWords.takeIn;

/** Takes material into the case: files chosen through the shell, or pasted text, with what is known of its source. */
export function ImportDialog({ mode, onClose }: { readonly mode: ImportMode | null; readonly onClose: () => void }) {
  return (
    <Dialog title={words.title} open={mode !== null} onClose={onClose}>
      {mode !== null && <ImportForm first={mode} onClose={onClose} />}
    </Dialog>
  );
}

function ImportForm({ first, onClose }: { readonly first: ImportMode; readonly onClose: () => void }) {
  const [mode, setMode] = useState<ImportMode>(first);
  const [files, setFiles] = useState<readonly GivenFile[]>([]);
  const [pasted, setPasted] = useState<Pasted>({ name: '', text: '' });
  const [details, setDetails] = useState<Details>(emptyDetails);
  const [tried, setTried] = useState(false);

  const given: readonly GivenFile[] = mode === 'files' ? files : givenText(pasted);
  const complete = given.length > 0 && wrongField(details) === null;

  function submit(): void {
    setTried(true);
    if (!complete) return;
    onClose();
    void takeIn(given, fieldsOf(details));
  }

  return (
    <div className="import-form">
      <Tabs
        label={words.title}
        selected={mode}
        onSelect={(id) => {
          setMode(id as ImportMode);
          setTried(false);
        }}
        tabs={[
          { id: 'files', title: words.files, content: <ChosenFiles files={files} onChange={setFiles} missing={tried && files.length === 0} /> },
          { id: 'text', title: words.text, content: <PastedText pasted={pasted} onChange={setPasted} tried={tried} onSubmit={submit} /> },
        ]}
      />
      <DetailFields details={details} onChange={setDetails} several={given.length > 1} />
      <div className="form-actions">
        <Button onPress={onClose}>{deskWords.cancel}</Button>
        <Button tone="primary" onPress={submit}>
          {words.submit(given.length)}
        </Button>
      </div>
    </div>
  );
}

function givenText({ name, text }: Pasted): readonly GivenFile[] {
  const title = name.trim();
  return title === '' || text.trim() === '' ? [] : [{ name: title, file: { from: 'text', name: title, text } }];
}
