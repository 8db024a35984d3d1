import { Check, ScanFace, X } from 'lucide-react';
import { useState } from 'react';
import type { ProposedFace } from '#shared/contract/quarantine.ts';
import type { Region } from '#shared/domain/evidence/anchor.ts';
import { dossierWords } from '#shared/wording/english/views/dossier-words.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { Busy } from '../busy/busy.tsx';
import { Button } from '../button/button.tsx';
import { IconButton } from '../icon-button/icon-button.tsx';

const words = dossierWords.redact;
type Props = {
  readonly evidenceId: string;
  /** Null before anybody asked. */
  readonly proposed: readonly ProposedFace[] | null;
  readonly onChange: (proposed: readonly ProposedFace[]) => void;
  readonly onTake: (regions: readonly Region[]) => void;
};

/** Faces that a model on this computer proposes. None is covered before somebody says so. */
export function ProposedFaces({ evidenceId, proposed, onChange, onTake }: Props) {
  const look = useCommand('evidence/propose-faces');
  const [looking, setLooking] = useState(false);
  async function propose(): Promise<void> {
    setLooking(true);
    const reply = await look.run({ id: evidenceId });
    setLooking(false);
    if (reply.ok) onChange(reply.value.faces);
  }
  function take(faces: readonly ProposedFace[]): void {
    onTake(faces.map(({ x, y, w, h }) => ({ x, y, w, h })));
    onChange((proposed ?? []).filter((face) => !faces.includes(face)));
  }
  return (
    <>
      <Button icon={ScanFace} busy={looking} onPress={() => void propose()}>
        {words.proposeFaces}
      </Button>
      {looking && <Busy words={words.lookingForFaces} />}
      {proposed?.length === 0 && !looking && <p className="faint">{words.noFaces}</p>}
      {proposed !== null && proposed.length > 0 && (
        <>
          <p className="soft">{words.facesLead}</p>
          <ol className="redaction-list" aria-label={words.faces}>
            {proposed.map((face, index) => (
              <li key={`${face.x} ${face.y} ${face.w} ${face.h}`}>
                <span>{words.face(index + 1, Math.round(face.score * 100))}</span>
                <IconButton icon={Check} label={words.takeFace(index + 1)} onPress={() => take([face])} />
                <IconButton icon={X} label={words.dropFace(index + 1)} onPress={() => onChange(proposed.filter((other) => other !== face))} />
              </li>
            ))}
          </ol>
          <Button onPress={() => take(proposed)}>{words.takeFaces}</Button>
        </>
      )}
    </>
  );
}
