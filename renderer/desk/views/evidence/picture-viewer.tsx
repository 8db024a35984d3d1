import {
  Maximize,
  MessageSquareQuote,
  Proportions,
  RotateCw,
  Ruler,
  SlidersHorizontal,
  SplitSquareHorizontal,
  SquareDashedMousePointer,
  ZoomIn,
  ZoomOut,
} from 'lucide-react';
import { useRef, useState } from 'react';
import type { Region } from '#shared/domain/evidence/anchor.ts';
import type { EvidenceItem } from '#shared/domain/evidence/evidence-item.ts';
import { evidenceWords } from '#shared/wording/english/views/evidence-words.ts';
import { Button } from '../../components/button/button.tsx';
import { IconButton } from '../../components/icon-button/icon-button.tsx';
import { ComparePictures } from './compare-pictures.tsx';
import { KeptRegions } from './kept-regions.tsx';
import { arePlain, plainLevels } from './levels.ts';
import { LevelsBar, LevelsFilter, levelsFilter } from './levels-bar.tsx';
import type { Scale } from './measure.ts';
import { MeasureBar } from './measure-bar.tsx';
import { type Line, nudgedLine, type Size, startingLine } from './picture-geometry.ts';
import { PictureStage } from './picture-stage.tsx';
import type { PlaceActs } from './place-acts.ts';
import { RegionForm } from './region-form.tsx';
import type { ClaimedRegion } from './region-layer.tsx';
import { RegionList } from './region-list.tsx';
import { usePlacement } from './use-placement.ts';
import { useSize } from './use-size.ts';
import './picture-tools.css';
import './picture-viewer.css';

export type PictureViewerProps = {
  readonly item: EvidenceItem;
  readonly picture: Size;
  readonly claimed: readonly ClaimedRegion[];
  readonly acts: PlaceActs;
};

const notMeasuredYet: Size = { width: 1, height: 1 };

/** A picture of the case: look closely, turn, measure, compare, and mark the regions that claims rest on. */
export function PictureViewer({ item, picture, claimed, acts }: PictureViewerProps) {
  const evidenceId = item.id;
  const frame = useRef<HTMLDivElement>(null);
  const measured = useSize(frame);
  const viewport = measured ?? notMeasuredYet;
  const controls = usePlacement(picture, viewport);
  const [drawing, setDrawing] = useState(false);
  const [drawn, setDrawn] = useState<Region | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const [levels, setLevels] = useState(plainLevels);
  const [showing, setShowing] = useState<'levels' | 'compare' | null>(null);
  const [line, setLine] = useState<Line | null>(null);
  const [measuring, setMeasuring] = useState(false);
  const [scale, setScale] = useState<Scale | null>(null);
  const words = evidenceWords.picture;
  const claim = () => drawn && acts.claim({ evidenceId, region: drawn });
  const discard = () => {
    setDrawn(null);
    setDrawing(false);
  };
  const measure = () => {
    discard();
    setMeasuring(!measuring);
    setLine(measuring ? null : startingLine(controls.placement, viewport, picture));
  };
  const toggle = (what: 'levels' | 'compare') => setShowing(showing === what ? null : what);
  const onKey = (key: string, shift: boolean): boolean => {
    if (key === 'm' || (measuring && key === 'Escape')) measure();
    else if (key === 'l') toggle('levels');
    else if (measuring && line && key.startsWith('Arrow')) setLine(nudgedLine(line, key, shift, controls.placement, picture));
    else return false;
    return true;
  };
  if (showing === 'compare') return <ComparePictures item={item} picture={picture} onClose={() => setShowing(null)} />;
  return (
    <div className="picture-viewer">
      <div className="viewer-bar" role="toolbar" aria-label={evidenceWords.tabs.picture}>
        <IconButton icon={ZoomOut} label={words.zoomOut} shortcut="-" onPress={() => controls.zoom(0.8)} />
        <span className="picture-scale numeric">{`${Math.round(controls.placement.scale * 100)} %`}</span>
        <IconButton icon={ZoomIn} label={words.zoomIn} shortcut="+" onPress={() => controls.zoom(1.25)} />
        <IconButton icon={Maximize} label={words.fit} shortcut="0" onPress={controls.fit} />
        <IconButton icon={Proportions} label={words.life} shortcut="1" onPress={controls.actualSize} />
        <IconButton icon={RotateCw} label={words.turn} shortcut="T" onPress={controls.turn} />
        <IconButton icon={SlidersHorizontal} label={words.levels} shortcut="L" pressed={showing === 'levels'} onPress={() => toggle('levels')} />
        <IconButton icon={Ruler} label={words.measure} shortcut="M" pressed={measuring} onPress={measure} />
        <IconButton icon={SplitSquareHorizontal} label={words.compare} onPress={() => toggle('compare')} />
        <IconButton
          icon={SquareDashedMousePointer}
          label={words.draw}
          shortcut="R"
          pressed={drawing}
          onPress={() => (drawing ? discard() : setDrawing(true))}
        />
        <span className="viewer-bar-end">
          <span className="soft numeric">{words.size(picture.width, picture.height)}</span>
          <Button icon={MessageSquareQuote} onPress={() => acts.claim({ evidenceId })}>
            {words.whole}
          </Button>
        </span>
      </div>
      {showing === 'levels' && <LevelsBar levels={levels} onChange={setLevels} />}
      <LevelsFilter levels={levels} />
      <div className="picture-frame" ref={frame}>
        {measured && (
          <PictureStage
            {...{ picture, viewport, controls, claimed, chosen, drawing, drawn, onKey, line }}
            {...(measuring && { onLine: setLine })}
            {...(!arePlain(levels) && { look: { filter: `url(#${levelsFilter})` } })}
            src={`./evidence/${evidenceId}/display`}
            label={words.stage}
            onDrawing={(on) => {
              setMeasuring(false);
              setLine(null);
              setDrawing(on);
            }}
            onDrawn={setDrawn}
            onAccept={() => void claim()}
          />
        )}
        {drawing && !drawn && <p className="picture-hint">{words.drawHint}</p>}
        {measuring && <MeasureBar {...{ line, scale }} onScale={setScale} onNote={acts.note} onClose={measure} />}
        {drawn && (
          <RegionForm
            region={drawn}
            picture={picture}
            onChange={setDrawn}
            onClaim={() => void claim()}
            onKeep={() => {
              acts.keep({ evidenceId, region: drawn });
              discard();
            }}
            onNote={() => acts.note(`xywh=pixel:${drawn.x},${drawn.y},${drawn.w},${drawn.h}`)}
            onCancel={discard}
          />
        )}
      </div>
      <KeptRegions item={item} picture={picture} />
      {claimed.length > 0 && <RegionList claimed={claimed} chosen={chosen} onChoose={setChosen} />}
    </div>
  );
}
