import { Bookmark, MessageSquareQuote, NotebookPen, X } from 'lucide-react';
import type { Region } from '#shared/domain/evidence/anchor.ts';
import { evidenceWords } from '#shared/wording/english/views/evidence-words.ts';
import { Button } from '../../components/button/button.tsx';
import { NumberField } from '../../components/number-field/number-field.tsx';
import { inside, type Size } from './picture-geometry.ts';

export type RegionFormProps = {
  readonly region: Region;
  readonly picture: Size;
  readonly onChange: (region: Region) => void;
  readonly onClaim: () => void;
  /** Keeps the region by itself, with a label and what stands there. */
  readonly onKeep: () => void;
  readonly onNote: () => void;
  readonly onCancel: () => void;
};

/** The drawn region in figures, and what can be made of it. */
export function RegionForm({ region, picture, onChange, onClaim, onKeep, onNote, onCancel }: RegionFormProps) {
  const words = evidenceWords.picture;
  return (
    <fieldset className="region-form">
      <legend className="visually-hidden">{words.regionForm}</legend>
      {(['x', 'y', 'w', 'h'] as const).map((side) => (
        <NumberField
          key={side}
          label={words[side]}
          value={region[side]}
          least={side === 'w' || side === 'h' ? 1 : 0}
          most={side === 'x' || side === 'w' ? picture.width : picture.height}
          onChange={(value) => onChange(inside({ ...region, [side]: value }, picture))}
        />
      ))}
      <div className="region-actions">
        <Button tone="primary" icon={MessageSquareQuote} onPress={onClaim}>
          {words.claim}
        </Button>
        <Button icon={Bookmark} onPress={onKeep}>
          {words.keep}
        </Button>
        <Button icon={NotebookPen} onPress={onNote}>
          {words.note}
        </Button>
        <Button tone="quiet" icon={X} onPress={onCancel}>
          {words.cancel}
        </Button>
      </div>
    </fieldset>
  );
}
