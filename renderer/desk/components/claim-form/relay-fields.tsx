import { Plus, X } from 'lucide-react';
import { claimsWords } from '#shared/wording/english/views/claims-words.ts';
import { ActorField, nobody } from '../actor-field/actor-field.tsx';
import { Button } from '../button/button.tsx';
import { IconButton } from '../icon-button/icon-button.tsx';
import type { DraftRelay } from './claim-draft.ts';
import './claim-form.css';

type RelayFieldsProps = {
  readonly relays: readonly DraftRelay[];
  /** Names that the claim is likely to have come through. */
  readonly likely: readonly string[];
  readonly onChange: (relays: readonly DraftRelay[]) => void;
};

/** Through whom the claim reached the analyst, in order. */
export function RelayFields({ relays, likely, onChange }: RelayFieldsProps) {
  const words = claimsWords.dialog;
  const offered = likely.filter((name) => !relays.some(({ actor }) => actor.name.trim() === name));
  const add = (name: string) => onChange([...relays, { key: crypto.randomUUID(), actor: { ...nobody, name } }]);
  return (
    <fieldset className="form-group">
      <legend className="field-label">{words.via}</legend>
      {relays.length > 0 && <p className="field-hint">{words.viaHint}</p>}
      {relays.map(({ key, actor }, at) => (
        <div className="form-line" key={key}>
          <ActorField
            label={words.viaNumber(at + 1)}
            hideLabel
            value={actor}
            autoFocus={actor.name === ''}
            onChange={(next) => onChange(relays.map((relay) => (relay.key === key ? { key, actor: next } : relay)))}
          />
          <IconButton icon={X} label={words.removeVia(at + 1)} onPress={() => onChange(relays.filter((relay) => relay.key !== key))} />
        </div>
      ))}
      <div className="form-acts">
        <Button tone="quiet" icon={Plus} onPress={() => add('')}>
          {words.addVia}
        </Button>
        {offered.map((name) => (
          <Button key={name} tone="quiet" icon={Plus} onPress={() => add(name)}>
            {words.addPublisher(name)}
          </Button>
        ))}
      </div>
    </fieldset>
  );
}
