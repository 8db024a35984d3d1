import { ArrowLeftToLine, ArrowRightToLine, Pause, Play, Plus, X } from 'lucide-react';
import { useRef, useState } from 'react';
import type { Region } from '#shared/domain/evidence/anchor.ts';
import type { RecordingSpan } from '#shared/domain/evidence/recording-span.ts';
import { parseTimecode, stretchText, timecode } from '#shared/domain/moment/timecode.ts';
import { recordingRedactionWords } from '#shared/wording/english/views/recording-redaction-words.ts';
import { Button } from '../button/button.tsx';
import { Checkbox } from '../checkbox/checkbox.tsx';
import { IconButton } from '../icon-button/icon-button.tsx';
import { PositionSlider } from '../player/position-slider.tsx';
import { usePlayer } from '../player/use-player.ts';
import { SelectField } from '../select-field/select-field.tsx';
import { TextField } from '../text-field/text-field.tsx';
import { BoxStage } from './box-stage.tsx';
import type { Size } from './redaction-boxes.ts';

const words = recordingRedactionWords;
const sounds = ['silence', 'tone', 'kept'] as const;
const pictures = ['kept', 'blank', 'boxes'] as const;

type Props = {
  readonly evidenceId: string;
  readonly hasPicture: boolean;
  readonly spans: readonly RecordingSpan[];
  readonly onChange: (spans: readonly RecordingSpan[]) => void;
  readonly soundOnly: boolean;
  readonly onSoundOnly: (soundOnly: boolean) => void;
};

/** A player in which stretches are set, each with what becomes of its sound and its picture. */
export function RecordingRedaction({ evidenceId, hasPicture, spans, onChange, soundOnly, onSoundOnly }: Props) {
  const media = useRef<HTMLVideoElement>(null);
  const player = usePlayer(media);
  const [size, setSize] = useState<Size | null>(null);
  const [typed, setTyped] = useState({ from: '', to: '' });
  const [sound, setSound] = useState<(typeof sounds)[number]>('silence');
  const [picture, setPicture] = useState<(typeof pictures)[number]>(hasPicture ? 'blank' : 'kept');
  const [boxes, setBoxes] = useState<readonly Region[]>([]);
  const [from, to] = [parseTimecode(typed.from), parseTimecode(typed.to)];
  const shown = hasPicture && !soundOnly;
  const covered = shown ? picture : 'kept';
  const span = from !== null && to !== null && to > from ? { from, to, sound, picture: covered === 'boxes' ? [...boxes] : covered } : null;
  const takesOut = span !== null && (sound !== 'kept' || covered !== 'kept') && !(covered === 'boxes' && boxes.length === 0);
  function add(): void {
    if (!takesOut || span === null) return;
    onChange([...spans, span].toSorted((a, b) => a.from - b.from));
    setTyped({ from: '', to: '' });
    setBoxes([]);
  }
  const listeners = {
    ...player.listeners,
    onLoadedMetadata: () => {
      player.listeners['onLoadedMetadata']?.();
      const { videoWidth: width = 0, videoHeight: height = 0 } = media.current ?? {};
      setSize(width > 0 && height > 0 ? { width, height } : null);
    },
  };
  return (
    <div className="redaction">
      <p className="soft">{words.lead}</p>
      <BoxStage size={size ?? { width: 16, height: 9 }} regions={boxes} still={covered !== 'boxes' || size === null} onChange={setBoxes}>
        <video
          ref={media}
          src={`./evidence/${evidenceId}/original`}
          preload="metadata"
          playsInline
          disablePictureInPicture
          width={size?.width}
          height={size?.height}
          hidden={!shown}
          {...listeners}
        >
          <track kind="captions" />
        </video>
      </BoxStage>
      {player.failed && <p role="alert">{words.failed}</p>}
      <div className="redaction-player">
        <IconButton icon={player.playing ? Pause : Play} label={player.playing ? words.pause : words.play} onPress={player.toggle} />
        <PositionSlider player={player} label={words.position} />
        <span className="numeric">{`${timecode(player.atMs)} / ${timecode(player.lengthMs)}`}</span>
      </div>
      <div className="redaction-stretch">
        <TextField label={words.from} placeholder={words.timeHint} mono value={typed.from} onChange={(value) => setTyped({ ...typed, from: value })} />
        <IconButton icon={ArrowLeftToLine} label={words.fromHere} onPress={() => setTyped({ ...typed, from: timecode(player.atMs) })} />
        <TextField label={words.to} placeholder={words.timeHint} mono value={typed.to} onChange={(value) => setTyped({ ...typed, to: value })} />
        <IconButton icon={ArrowRightToLine} label={words.toHere} onPress={() => setTyped({ ...typed, to: timecode(player.atMs) })} />
        <SelectField label={words.sound} value={sound} options={sounds.map((value) => ({ value, label: words.sounds[value] }))} onChange={setSound} />
        {shown && (
          <SelectField
            label={words.picture}
            value={picture}
            options={pictures.map((value) => ({ value, label: words.pictures[value] }))}
            onChange={setPicture}
          />
        )}
        <Button icon={Plus} disabled={!takesOut} onPress={add}>
          {words.add}
        </Button>
      </div>
      <ol className="redaction-list" aria-label={words.stretches}>
        {spans.map((one, index) => (
          <li key={JSON.stringify(one)}>
            <span>{told(one, hasPicture)}</span>
            <IconButton icon={X} label={words.remove(index + 1)} onPress={() => onChange(spans.filter((_, place) => place !== index))} />
          </li>
        ))}
      </ol>
      {hasPicture && (
        <Checkbox checked={soundOnly} onChange={onSoundOnly}>
          {words.soundOnly}
        </Checkbox>
      )}
      <p className="faint">{words.margin}</p>
    </div>
  );
}

function told({ from, to, sound, picture }: RecordingSpan, hasPicture: boolean): string {
  const seen = typeof picture === 'string' ? words.pictures[picture] : words.inBoxes(picture.length);
  return `${stretchText({ from, to })}: ${[words.sounds[sound], ...(hasPicture ? [seen] : [])].join('; ')}`;
}
