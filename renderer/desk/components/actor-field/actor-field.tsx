import { useState } from 'react';
import { ComboBox, Input } from 'react-aria-components/ComboBox';
import { deskWords } from '#shared/wording/english/desk.ts';
import { useShownName } from '../../bridge/shown-name.ts';
import { useQuery } from '../../bridge/use-query.ts';
import { FoundObjects } from '../combo-field/found-objects.tsx';
import { FieldFrame, type FieldWords } from '../field/field-frame.tsx';
import { mostInLine } from '../field/most-typed.ts';

/** Someone by id, once chosen from the case, or by any name. Fits `ActorInputSchema` through {@link actorInput}. */
export type Actor = { readonly id: string | null; readonly name: string };
export const nobody: Actor = { id: null, name: '' };

/** What a command wants: the id of a chosen entity, or else the name as typed; null when nothing is typed. */
export function actorInput(actor: Actor): { id: string } | { name: string } | null {
  if (actor.id !== null) return { id: actor.id };
  const name = actor.name.trim();
  return name === '' ? null : { name };
}

export type ActorFieldProps = FieldWords & {
  readonly value: Actor;
  readonly onChange: (actor: Actor) => void;
  readonly required?: boolean;
  readonly autoFocus?: boolean;
  readonly placeholder?: string;
};

/** Names who says something: one known to the case, or anyone new, who is then added with the claim. */
export function ActorField({ value, onChange, required, autoFocus, placeholder, ...words }: ActorFieldProps) {
  const [typing, setTyping] = useState(false);
  const found = useQuery('objects/find', { match: typing ? value.name.slice(0, 200) : '', kinds: ['entity'], limit: 30 });
  const shownName = useShownName();
  const shown = value.id === null ? value.name : shownName(value.name);
  const isNew = value.id === null && value.name.trim() !== '';
  return (
    <ComboBox
      className="field"
      menuTrigger="input"
      allowsCustomValue
      items={found.value ?? []}
      defaultFilter={() => true}
      inputValue={shown}
      onInputChange={(name) => {
        setTyping(true);
        if (name !== shown) onChange({ id: null, name });
      }}
      onChange={(key) => {
        const chosen = found.value?.find((label) => label.id === key);
        setTyping(false);
        if (chosen) onChange({ id: chosen.id, name: chosen.label });
      }}
      isInvalid={Boolean(words.error)}
      isRequired={required ?? false}
      validationBehavior="aria"
      {...(autoFocus && { autoFocus })}
    >
      <FieldFrame {...words} hint={words.hint ?? (isNew ? deskWords.fields.newActor : undefined)}>
        <Input className="field-control" placeholder={placeholder ?? ''} spellCheck={false} maxLength={mostInLine} />
      </FieldFrame>
      <FoundObjects />
    </ComboBox>
  );
}
