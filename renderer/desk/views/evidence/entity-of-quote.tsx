import { useState } from 'react';
import { type EntityKind, entityKinds } from '#shared/domain/entity/entity.ts';
import { entityKindTerms } from '#shared/wording/english/entity-terms.ts';
import { viewerWords } from '#shared/wording/english/views/viewer-words.ts';
import { sayDone } from '../../bridge/say-done.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { type Actor, ActorField } from '../../components/actor-field/actor-field.tsx';
import type { GivenAnchor } from '../../components/claim-form/given-anchor.ts';
import { ActDialog } from '../../components/dialog/act-dialog.tsx';
import { SelectField } from '../../components/select-field/select-field.tsx';

const kinds = entityKinds.map((value) => ({ value, label: entityKindTerms[value] }));

type EntityOfQuoteProps = { readonly anchor: GivenAnchor; readonly name: string; readonly onClose: () => void };

/** Someone or something named at a place of an item: known already, or new; the item *mentions* it there. */
export function EntityOfQuote({ anchor, name, onClose }: EntityOfQuoteProps) {
  const [actor, setActor] = useState<Actor>({ id: null, name });
  const [kind, setKind] = useState<EntityKind>('person');
  const add = useCommand('entities/add');
  const draw = useCommand('links/draw');
  const words = viewerWords.entity;
  async function save(): Promise<void> {
    if (actor.name.trim() === '' || add.busy || draw.busy) return;
    const added = actor.id === null ? await add.run({ kind, names: [actor.name] }) : null;
    if (added && !added.ok) return;
    const toId = added?.ok ? added.value.id : (actor.id ?? '');
    const drawn = await draw.run({ fromId: anchor.evidenceId, type: 'mentions', toId, anchor });
    if (!drawn.ok) return;
    sayDone(actor.id === null ? words.added : words.linked);
    onClose();
  }
  return (
    <ActDialog
      title={words.title}
      size="small"
      act={words.save}
      onAct={() => void save()}
      busy={add.busy || draw.busy}
      disabled={actor.name.trim() === ''}
      onClose={onClose}
    >
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <ActorField label={words.name} value={actor} onChange={setActor} required autoFocus />
        {actor.id === null && <SelectField label={words.kind} value={kind} options={kinds} onChange={setKind} />}
      </form>
    </ActDialog>
  );
}
