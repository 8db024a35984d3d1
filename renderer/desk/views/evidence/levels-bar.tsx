import { Contrast, RotateCcw } from 'lucide-react';
import { viewerWords } from '#shared/wording/english/views/viewer-words.ts';
import { Button } from '../../components/button/button.tsx';
import { IconButton } from '../../components/icon-button/icon-button.tsx';
import { SelectField } from '../../components/select-field/select-field.tsx';
import { type Channel, channels, type Levels, lineOf, matrixOf, plainLevels } from './levels.ts';

type LevelsBarProps = { readonly levels: Levels; readonly onChange: (levels: Levels) => void };

const scales = [
  ['brightness', -100, 100, 1],
  ['contrast', -100, 100, 1],
  ['gamma', 0.2, 5, 0.1],
] as const;

/** How the picture is looked at. */
export function LevelsBar({ levels, onChange }: LevelsBarProps) {
  const words = viewerWords.levels;
  return (
    <fieldset className="levels-bar">
      <legend className="visually-hidden">{words.heading}</legend>
      {scales.map(([name, least, most, step]) => (
        <label key={name} className="levels-scale">
          <span>{words[name]}</span>
          <input
            type="range"
            min={least}
            max={most}
            step={step}
            value={levels[name]}
            onChange={(event) => onChange({ ...levels, [name]: Number(event.target.value) })}
          />
          <output className="numeric">{levels[name]}</output>
        </label>
      ))}
      <SelectField<Channel>
        label={words.channel}
        hideLabel
        value={levels.channel}
        options={channels.map((value) => ({ value, label: words.channels[value] }))}
        onChange={(channel) => onChange({ ...levels, channel })}
      />
      <IconButton icon={Contrast} label={words.invert} pressed={levels.invert} onPress={() => onChange({ ...levels, invert: !levels.invert })} />
      <Button tone="quiet" icon={RotateCcw} onPress={() => onChange(plainLevels)}>
        {words.reset}
      </Button>
    </fieldset>
  );
}

export const levelsFilter = 'picture-levels';

/** The filter by which {@link levelsFilter} shows a picture; stands anywhere in the page. */
export function LevelsFilter({ levels }: { readonly levels: Levels }) {
  const line = lineOf(levels);
  const curve = { type: 'gamma', amplitude: 1, exponent: 1 / levels.gamma, offset: 0 };
  return (
    <svg width="0" height="0" className="levels-filter" aria-hidden="true">
      <filter id={levelsFilter} colorInterpolationFilters="sRGB">
        <feColorMatrix type="matrix" values={matrixOf(levels.channel)} />
        <feComponentTransfer>
          <feFuncR {...curve} />
          <feFuncG {...curve} />
          <feFuncB {...curve} />
        </feComponentTransfer>
        <feComponentTransfer>
          <feFuncR type="linear" {...line} />
          <feFuncG type="linear" {...line} />
          <feFuncB type="linear" {...line} />
        </feComponentTransfer>
      </filter>
    </svg>
  );
}
