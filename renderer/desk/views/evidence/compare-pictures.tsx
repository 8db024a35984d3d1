import { Maximize, X, ZoomIn, ZoomOut } from 'lucide-react';
import { useRef, useState } from 'react';
import type { EvidenceRow } from '#shared/contract/evidence.ts';
import type { EvidenceItem } from '#shared/domain/evidence/evidence-item.ts';
import { evidenceWords } from '#shared/wording/english/views/evidence-words.ts';
import { viewerWords } from '#shared/wording/english/views/viewer-words.ts';
import { useQuery } from '../../bridge/use-query.ts';
import { IconButton } from '../../components/icon-button/icon-button.tsx';
import { SelectField } from '../../components/select-field/select-field.tsx';
import { DifferenceLayer } from './difference-layer.tsx';
import type { Size } from './picture-geometry.ts';
import { PictureStage } from './picture-stage.tsx';
import { Shield } from './shield.tsx';
import { usePlacement } from './use-placement.ts';
import { useSize } from './use-size.ts';
import './compare-pictures.css';

const ways = ['beside', 'swipe', 'overlay', 'difference'] as const;
type Way = (typeof ways)[number];

type ComparePicturesProps = { readonly item: EvidenceItem; readonly picture: Size; readonly onClose: () => void };

/** Two pictures looked at as one: zoom and place are shared, the second is drawn as large as the first. */
export function ComparePictures({ item, picture, onClose }: ComparePicturesProps) {
  const rows = useQuery('evidence/list', {}).value?.filter((row) => row.hasPicture && row.id !== item.id) ?? [];
  const [otherId, setOtherId] = useState<string | null>(null);
  const [way, setWay] = useState<Way>('beside');
  const [share, setShare] = useState(50);
  const other = rows.find((row) => row.id === otherId) ?? null;
  const frame = useRef<HTMLDivElement>(null);
  const measured = useSize(frame);
  const viewport = measured ? { width: way === 'beside' ? measured.width / 2 : measured.width, height: measured.height } : { width: 1, height: 1 };
  const controls = usePlacement(picture, viewport);
  const words = viewerWords.compare;
  return (
    <div className="picture-viewer">
      <div className="viewer-bar" role="toolbar" aria-label={words.heading}>
        <SelectField
          label={words.with}
          hideLabel
          placeholder={rows.length === 0 ? words.none : words.choose}
          value={otherId}
          options={rows.map((row) => ({ value: row.id, label: row.name }))}
          onChange={setOtherId}
          disabled={rows.length === 0}
        />
        <SelectField<Way> label={words.way} hideLabel value={way} options={ways.map((value) => ({ value, label: words.ways[value] }))} onChange={setWay} />
        {(way === 'swipe' || way === 'overlay') && (
          <input
            type="range"
            className="compare-share"
            aria-label={words.share[way]}
            min={0}
            max={100}
            value={share}
            onChange={(event) => setShare(Number(event.target.value))}
          />
        )}
        <IconButton icon={ZoomOut} label={evidenceWords.picture.zoomOut} shortcut="-" onPress={() => controls.zoom(0.8)} />
        <IconButton icon={ZoomIn} label={evidenceWords.picture.zoomIn} shortcut="+" onPress={() => controls.zoom(1.25)} />
        <IconButton icon={Maximize} label={evidenceWords.picture.fit} shortcut="0" onPress={controls.fit} />
        <span className="viewer-bar-end">
          <IconButton icon={X} label={words.close} onPress={onClose} />
        </span>
      </div>
      <div className="picture-frame compare-frame" ref={frame} data-way={way}>
        {measured && (
          <Shield marks={other?.atRisk ?? []} kind="picture">
            <Stages {...{ item, picture, other, way, share, viewport, controls }} />
          </Shield>
        )}
      </div>
    </div>
  );
}

type StagesProps = {
  readonly item: EvidenceItem;
  readonly picture: Size;
  readonly other: EvidenceRow | null;
  readonly way: Way;
  readonly share: number;
  readonly viewport: Size;
  readonly controls: ReturnType<typeof usePlacement>;
};

const nothing = () => undefined;

function Stages({ item, picture, other, way, share, viewport, controls }: StagesProps) {
  const words = viewerWords.compare;
  const still = {
    picture,
    viewport,
    controls,
    claimed: [],
    chosen: null,
    drawing: false,
    drawn: null,
    onDrawing: nothing,
    onDrawn: nothing,
    onAccept: nothing,
  };
  const first = `./evidence/${item.id}/display`;
  const second = other && `./evidence/${other.id}/display`;
  const over = second && way !== 'beside' && way !== 'difference' && (
    <img
      className="compare-over"
      src={second}
      alt=""
      draggable={false}
      style={way === 'swipe' ? { clipPath: `inset(0 0 0 ${share}%)` } : { opacity: share / 100 }}
    />
  );
  return (
    <>
      <div className="compare-side">
        <PictureStage {...still} src={first} label={words.stage(item.name)}>
          {over}
          {second && way === 'difference' && <DifferenceLayer key={second} first={first} second={second} size={picture} />}
        </PictureStage>
      </div>
      {way === 'beside' && (
        <div className="compare-side">
          {second && other ? <PictureStage {...still} src={second} label={words.stage(other.name)} /> : <p className="picture-failed">{words.pick}</p>}
        </div>
      )}
    </>
  );
}
