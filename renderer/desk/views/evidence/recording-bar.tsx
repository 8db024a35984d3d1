import {
  ArrowLeftToLine,
  ArrowRightToLine,
  Bookmark,
  Camera,
  MessageSquareQuote,
  NotebookPen,
  Pause,
  Play,
  RotateCcw,
  RotateCw,
  StepBack,
  StepForward,
  X,
} from 'lucide-react';
import type { MarkedPlace } from '#shared/domain/evidence/marked-place.ts';
import { stretchText, timecode } from '#shared/domain/moment/timecode.ts';
import { viewerWords } from '#shared/wording/english/views/viewer-words.ts';
import { Button } from '../../components/button/button.tsx';
import { IconButton } from '../../components/icon-button/icon-button.tsx';
import { PositionSlider } from '../../components/player/position-slider.tsx';
import type { Player } from '../../components/player/use-player.ts';
import { SelectField } from '../../components/select-field/select-field.tsx';
import type { ClaimedMoment } from './claimed-places.ts';
import type { Marked } from './recording-keys.ts';

type RecordingBarProps = {
  readonly player: Player;
  readonly marked: Marked;
  readonly hasPicture: boolean;
  readonly busy: boolean;
  readonly claimed: readonly ClaimedMoment[];
  readonly places: readonly MarkedPlace[];
  /** What the key does in the recording. */
  readonly onAct: (key: string) => void;
};

const speeds = ['0.25', '0.5', '0.75', '1', '1.25', '1.5', '2'] as const;

/** Plays, goes through the recording, and marks what is to be claimed or kept. */
export function RecordingBar({ player, marked, hasPicture, busy, claimed, places, onAct }: RecordingBarProps) {
  const words = viewerWords.recording;
  const stretch = marked.from === null ? null : stretchText({ from: marked.from, to: marked.to });
  return (
    <div className="recording-bar">
      <Marks length={player.lengthMs} {...{ marked, claimed, places }} />
      <PositionSlider player={player} label={words.position} />
      <div className="recording-controls">
        <IconButton icon={player.playing ? Pause : Play} label={player.playing ? words.pause : words.play} shortcut="Space" onPress={player.toggle} />
        <IconButton icon={RotateCcw} label={words.back} shortcut="J" onPress={() => onAct('j')} />
        <IconButton icon={RotateCw} label={words.on} shortcut="L" onPress={() => onAct('l')} />
        {hasPicture && (
          <>
            <IconButton icon={StepBack} label={words.frameBack} shortcut="ArrowLeft" onPress={() => onAct('ArrowLeft')} />
            <IconButton icon={StepForward} label={words.frameOn} shortcut="ArrowRight" onPress={() => onAct('ArrowRight')} />
          </>
        )}
        <span className="recording-clock numeric">{`${timecode(player.atMs)} / ${timecode(player.lengthMs)}`}</span>
        <SelectField
          label={words.speed}
          hideLabel
          value={speeds.find((each) => Number(each) === player.speed) ?? '1'}
          options={speeds.map((value) => ({ value, label: words.speeds(Number(value)) }))}
          onChange={(times) => player.setSpeed(Number(times))}
        />
        <span className="recording-marks">
          <IconButton icon={ArrowLeftToLine} label={words.setFrom} shortcut="I" onPress={() => onAct('i')} />
          <IconButton icon={ArrowRightToLine} label={words.setTo} shortcut="O" disabled={marked.from === null} onPress={() => onAct('o')} />
          {stretch && <span className="numeric">{stretch}</span>}
          {stretch && <IconButton icon={X} label={words.clear} onPress={() => onAct('Escape')} />}
        </span>
        <span className="viewer-bar-end">
          {hasPicture && (
            <Button icon={Camera} busy={busy} onPress={() => onAct('f')}>
              {words.grab}
            </Button>
          )}
          <IconButton icon={NotebookPen} label={words.note} shortcut="N" onPress={() => onAct('n')} />
          <Button icon={Bookmark} onPress={() => onAct('q')}>
            {words.keep}
          </Button>
          <Button tone="primary" icon={MessageSquareQuote} onPress={() => onAct('c')}>
            {marked.to === null ? words.claim : words.claimStretch}
          </Button>
        </span>
      </div>
    </div>
  );
}

type MarksProps = { readonly length: number; readonly marked: Marked; readonly claimed: readonly ClaimedMoment[]; readonly places: readonly MarkedPlace[] };

/** The recording as a line, with what is claimed, kept and being marked where it lies; the list below tells the same in words. */
function Marks({ length, marked, claimed, places }: MarksProps) {
  if (length === 0) return null;
  const kept = places.flatMap(({ id, anchor }) => (anchor.sort === 'time' ? [{ id, from: anchor.from, to: anchor.to }] : []));
  const box = ({ from, to }: { readonly from: number; readonly to: number | null }) => ({
    x: (from / length) * 1_000,
    width: Math.max(3, (((to ?? from) - from) / length) * 1_000),
  });
  return (
    <svg className="recording-line" viewBox="0 0 1000 12" preserveAspectRatio="none" aria-hidden="true">
      {kept.map(({ id, ...at }) => (
        <rect key={id} className="recording-kept" y={7} height={5} {...box(at)} />
      ))}
      {claimed.map((one) => (
        <rect key={`${one.claimId} ${one.from}`} className="region-mark" data-finding={one.finding} y={0} height={6} {...box(one)} />
      ))}
      {marked.from !== null && <rect className="recording-marked" y={0} height={12} {...box({ from: marked.from, to: marked.to })} />}
    </svg>
  );
}
