import { Check, ChevronsUpDown } from 'lucide-react';
import { Button, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components/Select';
import { useShownName } from '../../bridge/shown-name.ts';
import { FieldFrame, type FieldWords } from '../field/field-frame.tsx';
import '../menu/menu.css';
import './select-field.css';

export type Option<V extends string> = { readonly value: V; readonly label: string; readonly detail?: string };
export type SelectFieldProps<V extends string> = FieldWords & {
  readonly value: V | null;
  readonly options: readonly Option<V>[];
  readonly onChange: (value: V) => void;
  readonly placeholder?: string;
  readonly required?: boolean;
  readonly disabled?: boolean;
};

/** One of a few. For a choice that may be nothing, give an option for it in words, such as *Not rated*. */
export function SelectField<V extends string>(props: SelectFieldProps<V>) {
  const shownName = useShownName();
  const { value, options, onChange, placeholder, required, disabled, ...words } = props;
  return (
    <Select
      className="field"
      value={value}
      onChange={(key) => key !== null && onChange(key as V)}
      placeholder={placeholder ?? ''}
      isInvalid={Boolean(words.error)}
      isRequired={required ?? false}
      isDisabled={disabled ?? false}
      validationBehavior="aria"
    >
      <FieldFrame {...words}>
        <Button className="field-control select-button">
          <SelectValue className="cut select-value">
            {({ selectedText, defaultChildren }) => (selectedText ? shownName(selectedText) : defaultChildren)}
          </SelectValue>
          <ChevronsUpDown aria-hidden size={13} />
        </Button>
      </FieldFrame>
      <Popover className="popover" offset={4}>
        <ListBox className="menu" items={options}>
          {(option) => (
            <ListBoxItem className="menu-item" id={option.value} textValue={option.label}>
              <span className="menu-words">
                {shownName(option.label)}
                {option.detail && <span className="menu-detail">{option.detail}</span>}
              </span>
              <Check className="menu-check" aria-hidden size={14} />
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  );
}
