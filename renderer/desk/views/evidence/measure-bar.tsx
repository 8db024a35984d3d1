import { X } from 'lucide-react';
import { useState } from 'react';
import { viewerWords } from '#shared/wording/english/views/viewer-words.ts';
import { Button } from '../../components/button/button.tsx';
import { IconButton } from '../../components/icon-button/icon-button.tsx';
import { tenths } from '../../components/quantity/quantity.ts';
import { TextField } from '../../components/text-field/text-field.tsx';
import { readDistance, type Scale, scaled } from './measure.ts';
import { type Line, lengthOf } from './picture-geometry.ts';

type MeasureBarProps = {
  readonly line: Line | null;
  readonly scale: Scale | null;
  readonly onScale: (scale: Scale | null) => void;
  readonly onNote: (about: string) => void;
  readonly onClose: () => void;
};

/** Length of the line in pixels and, once the true length of one line was given, in its unit. Holds in the plane of what was measured only. */
export function MeasureBar({ line, scale, onScale, onNote, onClose }: MeasureBarProps) {
  const [known, setKnown] = useState('');
  const words = viewerWords.measure;
  const pixels = line ? lengthOf(line) : null;
  const given = readDistance(known);
  const told = pixels === null ? words.hint : words.length(tenths(pixels), scale ? scaled(scale, pixels) : null);
  return (
    <div className="measure-bar" role="toolbar" aria-label={words.heading}>
      <output className="measure-told numeric">{told}</output>
      {pixels !== null && (
        <>
          <TextField
            label={words.known}
            hideLabel
            placeholder={words.knownExample}
            value={known}
            onChange={setKnown}
            error={known.trim() === '' || given ? null : words.knownHint}
          />
          <Button disabled={!given} onPress={() => given && onScale({ perPixel: given.amount / pixels, unit: given.unit })}>
            {words.setScale}
          </Button>
          <Button tone="quiet" onPress={() => onNote(told)}>
            {words.note}
          </Button>
        </>
      )}
      <IconButton icon={X} label={words.close} onPress={onClose} />
    </div>
  );
}
