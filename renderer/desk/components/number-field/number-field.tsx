import { NumberField as AriaNumberField, Group, Input } from 'react-aria-components/NumberField';
import { FieldFrame, type FieldWords } from '../field/field-frame.tsx';

export type NumberFieldProps = FieldWords & {
  readonly value: number;
  readonly onChange: (value: number) => void;
  readonly least: number;
  readonly most: number;
};

/** A whole number within bounds; arrow keys count up and down. */
export function NumberField({ value, onChange, least, most, ...words }: NumberFieldProps) {
  return (
    <AriaNumberField
      className="field number-field"
      value={value}
      minValue={least}
      maxValue={most}
      step={1}
      formatOptions={{ useGrouping: false, maximumFractionDigits: 0 }}
      onChange={(next) => Number.isFinite(next) && onChange(next)}
    >
      <FieldFrame {...words}>
        <Group>
          <Input className="field-control numeric" spellCheck={false} autoComplete="off" />
        </Group>
      </FieldFrame>
    </AriaNumberField>
  );
}
