import { useState } from 'react';
import type { z } from 'zod';
import type { custodyCommands } from '#shared/contract/custody.ts';
import { deskWords } from '#shared/wording/english/desk.ts';
import { custodyWords as words } from '#shared/wording/english/views/custody-words.ts';
import { bridge } from '../../bridge/bridge.ts';
import { say } from '../../bridge/toasts.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { Button } from '../../components/button/button.tsx';
import { ActDialog } from '../../components/dialog/act-dialog.tsx';
import { Dialog } from '../../components/dialog/dialog.tsx';
import { TextArea } from '../../components/text-area/text-area.tsx';

/** Takes the signature of a colleague on a checkpoint of this case in. */
export function AddSignatureDialog({ onClose, onAdded }: { readonly onClose: () => void; readonly onAdded: () => void }) {
  const [note, setNote] = useState('');
  const [keys, setKeys] = useState('');
  const command = useCommand('custody/add-signature');
  async function add(): Promise<void> {
    const verifierKeys = keys.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()]));
    const reply = await command.run({ note, ...(verifierKeys.length > 0 && { verifierKeys }) });
    if (!reply.ok) return;
    say({ tone: reply.value.added.length > 0 ? 'good' : 'plain', title: words.added(reply.value.added) });
    onAdded();
    onClose();
  }
  return (
    <ActDialog
      title={words.addSignature.replace('…', '')}
      act={words.add}
      onAct={() => void add()}
      busy={command.busy}
      disabled={note.trim() === ''}
      onClose={onClose}
    >
      <div className="form">
        <p className="soft">{words.addLead}</p>
        <TextArea label={words.note} rows={7} value={note} onChange={setNote} />
        <TextArea label={words.verifierKeys} hint={words.verifierKeysHint} rows={2} value={keys} onChange={setKeys} />
      </div>
    </ActDialog>
  );
}

type Cosigned = z.infer<(typeof custodyCommands)['custody/cosign']['output']>;

/** Signs a checkpoint of somebody else's case. */
export function CosignDialog({ onClose }: { readonly onClose: () => void }) {
  const [note, setNote] = useState('');
  const [signed, setSigned] = useState<Cosigned | null>(null);
  const command = useCommand('custody/cosign');
  async function sign(): Promise<void> {
    const reply = await command.run({ note });
    if (reply.ok) setSigned(reply.value);
  }
  const copy = () => signed && void bridge().shell({ ask: 'copy-text', text: signed.note });
  return (
    <Dialog
      title={words.cosign.replace('…', '')}
      open
      onClose={onClose}
      actions={
        signed ? (
          <>
            <Button onPress={copy}>{words.copyNote}</Button>
            <Button tone="primary" onPress={onClose}>
              {words.close}
            </Button>
          </>
        ) : (
          <>
            <Button onPress={onClose}>{deskWords.cancel}</Button>
            <Button tone="primary" busy={command.busy} disabled={note.trim() === ''} onPress={() => void sign()}>
              {words.cosignDo}
            </Button>
          </>
        )
      }
    >
      <div className="form">
        {signed ? (
          <>
            <p>{words.theirWords}</p>
            <p className="head-words wrap">{signed.words.join(' ')}</p>
            <p>{words.cosigned}</p>
            <pre className="text-block mono">{signed.note}</pre>
            <p>{words.yourKey}</p>
            <pre className="text-block mono">{signed.verifierKey}</pre>
          </>
        ) : (
          <>
            <p className="soft">{words.cosignLead}</p>
            <TextArea label={words.note} rows={8} value={note} onChange={setNote} />
          </>
        )}
      </div>
    </Dialog>
  );
}
