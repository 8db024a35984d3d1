import { FilePlus2, X } from 'lucide-react';
import { deskWords } from '#shared/wording/english/desk.ts';
import { bridge } from '../../bridge/bridge.ts';
import type { GivenFile } from '../../bridge/take-in.ts';
import { Button } from '../../components/button/button.tsx';
import { IconButton } from '../../components/icon-button/icon-button.tsx';
import { Name } from '../../components/name/name.tsx';

type ChosenFilesProps = { readonly files: readonly GivenFile[]; readonly onChange: (files: readonly GivenFile[]) => void; readonly missing: boolean };
const words = deskWords.takeIn;

/** Files chosen in the system's own dialog. The page learns a name and a ticket, never a path. */
export function ChosenFiles({ files, onChange, missing }: ChosenFilesProps) {
  async function choose(): Promise<void> {
    const reply = await bridge().shell({ ask: 'choose-files' });
    if (!reply.ok || reply.value.kind !== 'tickets') return;
    onChange([...files, ...reply.value.tickets.map(({ ticket, name }): GivenFile => ({ name, file: { from: 'ticket', ticket } }))]);
  }
  const button = (
    <Button icon={FilePlus2} onPress={() => void choose()} autoFocus>
      {files.length === 0 ? words.choose : words.chooseMore}
    </Button>
  );
  if (files.length === 0) {
    return (
      <div className="chosen-none">
        {button}
        <p>{words.chooseWhy}</p>
        {missing && (
          <p className="field-error" role="alert">
            {words.nothingChosen}
          </p>
        )}
      </div>
    );
  }
  return (
    <>
      <ul className="chosen-files">
        {files.map((file, at) => (
          <li key={file.file.from === 'ticket' ? file.file.ticket : file.name} className="chosen-file">
            <Name text={file.name} />
            <IconButton icon={X} label={words.leaveOut(file.name)} onPress={() => onChange(files.filter((_, other) => other !== at))} />
          </li>
        ))}
      </ul>
      {button}
    </>
  );
}
