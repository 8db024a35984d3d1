import { ChevronsUpDown } from 'lucide-react';
import { useState } from 'react';
import { Button, ComboBox, Input } from 'react-aria-components/ComboBox';
import type { ObjectKind } from '#shared/domain/case/case-record.ts';
import { deskWords } from '#shared/wording/english/desk.ts';
import { useShownName } from '../../bridge/shown-name.ts';
import { useQuery } from '../../bridge/use-query.ts';
import { FieldFrame, type FieldWords } from '../field/field-frame.tsx';
import { mostInLine } from '../field/most-typed.ts';
import { FoundObjects } from './found-objects.tsx';
import './combo-field.css';

export type ComboFieldProps = FieldWords & {
  /** The chosen object, or null. */
  readonly value: string | null;
  readonly onChange: (id: string | null) => void;
  readonly kinds?: readonly ObjectKind[];
  /** An object that may not be chosen, such as the one being linked from. */
  readonly exceptIds?: readonly string[];
  readonly placeholder?: string;
  readonly required?: boolean;
  readonly autoFocus?: boolean;
};

const shown = 50;

/** Picks any object of the case by typing part of its name, in any script. */
export function ComboField(props: ComboFieldProps) {
  const { value, onChange, kinds, exceptIds = [], placeholder, required, autoFocus, ...words } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const chosen = useQuery('objects/labels', value === null ? null : { ids: [value] });
  const shownName = useShownName();
  const chosenLabel = value === null ? '' : shownName(chosen.value?.[0]?.label ?? '');
  const match = typed === null || typed === chosenLabel ? '' : typed.slice(0, 200);
  const found = useQuery('objects/find', { match, limit: shown + exceptIds.length, ...(kinds && { kinds: [...kinds] }) });
  const items = (found.value ?? []).filter((label) => !exceptIds.includes(label.id));
  return (
    <ComboBox
      className="field"
      menuTrigger="focus"
      items={items}
      defaultFilter={() => true}
      allowsEmptyCollection
      inputValue={typed ?? chosenLabel}
      onInputChange={(text) => {
        setTyped(text);
        if (text === '' && value !== null) onChange(null);
      }}
      value={value}
      onChange={(key) => {
        if (key === null) return;
        onChange(String(key));
        setTyped(null);
      }}
      onBlur={() => setTyped(null)}
      isInvalid={Boolean(words.error)}
      isRequired={required ?? false}
      validationBehavior="aria"
      {...(autoFocus && { autoFocus })}
    >
      <FieldFrame {...words}>
        <div className="combo-control">
          <Input className="field-control" placeholder={placeholder ?? deskWords.fields.pickObject} spellCheck={false} maxLength={mostInLine} />
          <Button className="combo-open">
            <ChevronsUpDown aria-hidden size={13} />
          </Button>
        </div>
      </FieldFrame>
      <FoundObjects none={deskWords.fields.nothingFound} />
    </ComboBox>
  );
}
