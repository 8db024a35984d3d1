import { Maximize, MessageSquareQuote, Proportions, RotateCw, SquareDashedMousePointer, ZoomIn, ZoomOut } from 'lucide-react';
import { useRef, useState } from 'react';
import type { Region } from '#shared/domain/evidence/anchor.ts';
import { evidenceWords } from '#shared/wording/english/views/evidence-words.ts';
import { Button } from '../../components/button/button.tsx';
import type { GivenAnchor } from '../../components/claim-form/given-anchor.ts';
import { IconButton } from '../../components/icon-button/icon-button.tsx';
import type { Size } from './picture-geometry.ts';
import { PictureStage } from './picture-stage.tsx';
import { RegionForm } from './region-form.tsx';
import type { ClaimedRegion } from './region-layer.tsx';
import { RegionList } from './region-list.tsx';
import { usePlacement } from './use-placement.ts';
import { useSize } from './use-size.ts';
import './picture-viewer.css';

export type PictureViewerProps = {
  readonly evidenceId: string;
  readonly picture: Size;
  readonly claimed: readonly ClaimedRegion[];
  readonly onClaim: (anchor: GivenAnchor) => void;
  readonly onNote: (about: string) => void;
};

const notMeasuredYet: Size = { width: 1, height: 1 };

/** A picture of the case: look closely, turn, and mark the regions that claims rest on. */
export function PictureViewer({ evidenceId, picture, claimed, onClaim, onNote }: PictureViewerProps) {
  const frame = useRef<HTMLDivElement>(null);
  const measured = useSize(frame);
  const viewport = measured ?? notMeasuredYet;
  const controls = usePlacement(picture, viewport);
  const [drawing, setDrawing] = useState(false);
  const [drawn, setDrawn] = useState<Region | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const words = evidenceWords.picture;
  const claim = () => drawn && onClaim({ evidenceId, region: drawn });
  const discard = () => {
    setDrawn(null);
    setDrawing(false);
  };
  return (
    <div className="picture-viewer">
      <div className="viewer-bar" role="toolbar" aria-label={evidenceWords.tabs.picture}>
        <IconButton icon={ZoomOut} label={words.zoomOut} shortcut="-" onPress={() => controls.zoom(0.8)} />
        <span className="picture-scale numeric">{`${Math.round(controls.placement.scale * 100)} %`}</span>
        <IconButton icon={ZoomIn} label={words.zoomIn} shortcut="+" onPress={() => controls.zoom(1.25)} />
        <IconButton icon={Maximize} label={words.fit} shortcut="0" onPress={controls.fit} />
        <IconButton icon={Proportions} label={words.life} shortcut="1" onPress={controls.actualSize} />
        <IconButton icon={RotateCw} label={words.turn} shortcut="T" onPress={controls.turn} />
        <IconButton
          icon={SquareDashedMousePointer}
          label={words.draw}
          shortcut="R"
          pressed={drawing}
          onPress={() => (drawing ? discard() : setDrawing(true))}
        />
        <span className="viewer-bar-end">
          <span className="soft numeric">{words.size(picture.width, picture.height)}</span>
          <Button icon={MessageSquareQuote} onPress={() => onClaim({ evidenceId })}>
            {words.whole}
          </Button>
        </span>
      </div>
      <div className="picture-frame" ref={frame}>
        {measured && (
          <PictureStage
            {...{ evidenceId, picture, viewport, controls, claimed, chosen, drawing, drawn }}
            onDrawing={setDrawing}
            onDrawn={setDrawn}
            onAccept={() => void claim()}
          />
        )}
        {drawing && !drawn && <p className="picture-hint">{words.drawHint}</p>}
        {drawn && (
          <RegionForm
            region={drawn}
            picture={picture}
            onChange={setDrawn}
            onClaim={() => void claim()}
            onNote={() => onNote(`xywh=pixel:${drawn.x},${drawn.y},${drawn.w},${drawn.h}`)}
            onCancel={discard}
          />
        )}
      </div>
      {claimed.length > 0 && <RegionList claimed={claimed} chosen={chosen} onChoose={setChosen} />}
    </div>
  );
}
