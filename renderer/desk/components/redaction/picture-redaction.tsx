import { useState } from 'react';
import type { ProposedFace } from '#shared/contract/quarantine.ts';
import type { Region } from '#shared/domain/evidence/anchor.ts';
import { dossierWords } from '#shared/wording/english/views/dossier-words.ts';
import { BoxStage } from './box-stage.tsx';
import { ProposedFaces } from './proposed-faces.tsx';
import type { Size } from './redaction-boxes.ts';

const words = dossierWords.redact;
type Props = {
  readonly evidenceId: string;
  readonly size: Size;
  readonly regions: readonly Region[];
  readonly onChange: (regions: readonly Region[]) => void;
};

/** The picture with its boxes, and faces that are proposed for it. */
export function PictureRedaction({ evidenceId, size, regions, onChange }: Props) {
  const [proposed, setProposed] = useState<readonly ProposedFace[] | null>(null);
  return (
    <div className="redaction">
      <p className="soft">{words.pictureLead}</p>
      <BoxStage {...{ size, regions, proposed, onChange }}>
        <img src={`./evidence/${evidenceId}/display`} width={size.width} height={size.height} alt="" draggable={false} />
      </BoxStage>
      <ProposedFaces evidenceId={evidenceId} proposed={proposed} onChange={setProposed} onTake={(more) => onChange([...regions, ...more])} />
      <p className="faint">{words.noBoxes}</p>
    </div>
  );
}
