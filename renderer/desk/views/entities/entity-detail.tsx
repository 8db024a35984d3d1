import { Eye, Merge } from 'lucide-react';
import { useState } from 'react';
import type { EntityRow } from '#shared/contract/entities.ts';
import type { ObjectId } from '#shared/kernel/ids.ts';
import { deskWords } from '#shared/wording/english/desk.ts';
import { identityWords } from '#shared/wording/english/views/identity-words.ts';
import { useSettings } from '../../bridge/settings.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useQuery } from '../../bridge/use-query.ts';
import { Asked } from '../../components/asked/asked.tsx';
import { Button } from '../../components/button/button.tsx';
import { ChipsOf } from '../../components/chip/chip.tsx';
import { Section } from '../../components/heading/section.tsx';
import { IconButton } from '../../components/icon-button/icon-button.tsx';
import { ObjectLinks } from '../../components/object-links/object-links.tsx';
import { Panel } from '../../components/panel/panel.tsx';
import { type EntityDraft, EntityFields, namesOf } from './entity-fields.tsx';
import { MergeDialog } from './merge-dialog.tsx';
import { NameSuggestions } from './name-suggestions.tsx';

const words = deskWords.entities;
const chipsShown = 40;

export function EntityDetail({ id, onMerged }: { readonly id: string; readonly onMerged: (id: string) => void }) {
  const [merging, setMerging] = useState(false);
  const shown = useQuery('entities/show', { id: id as ObjectId });
  const byRole = useSettings()?.namesByRole ?? false;
  const [asked, setAsked] = useState(false);
  return (
    <Asked result={shown}>
      {(entity) => (
        <Panel title={entity.names[0] ?? ''} actions={<IconButton icon={Merge} label={identityWords.mergeOne} onPress={() => setMerging(true)} />}>
          {byRole && entity.roleOnly !== null && !asked ? (
            <div className="entity-hidden">
              <p className="soft">{words.namesHidden}</p>
              <Button icon={Eye} onPress={() => setAsked(true)}>
                {words.showNames}
              </Button>
            </div>
          ) : (
            <>
              <EditEntity key={JSON.stringify([entity.kind, entity.names, entity.roleOnly])} entity={entity} />
              <NameSuggestions entity={entity} />
            </>
          )}
          <ObjectLinks id={entity.id} />
          <Section title={words.claims} aside={entity.claimIds.length}>
            {entity.claimIds.length === 0 ? <p className="soft">{words.noClaims}</p> : <ChipsOf ids={entity.claimIds.slice(0, chipsShown)} />}
            {entity.claimIds.length > chipsShown && <p className="faint">{deskWords.andMore(entity.claimIds.length - chipsShown)}</p>}
          </Section>
          {merging && <MergeDialog keptId={entity.id} goneId={null} onClose={() => setMerging(false)} onMerged={onMerged} />}
        </Panel>
      )}
    </Asked>
  );
}

function EditEntity({ entity }: { readonly entity: EntityRow }) {
  const before: EntityDraft = { kind: entity.kind, names: entity.names.join('\n'), roleOnly: entity.roleOnly ?? '' };
  const [draft, setDraft] = useState(before);
  const edit = useCommand('entities/edit');
  const names = namesOf(draft);
  const changed = draft.kind !== before.kind || names.join('\n') !== before.names || draft.roleOnly.trim() !== before.roleOnly;

  async function save(): Promise<void> {
    if (!changed || names.length === 0) return;
    await edit.run({ id: entity.id, kind: draft.kind, names, roleOnly: draft.roleOnly.trim() === '' ? null : draft.roleOnly.trim() });
  }

  return (
    <div className="form entity-form">
      <EntityFields draft={draft} onChange={setDraft} tried onSubmit={() => void save()} />
      {changed && (
        <div className="form-actions">
          <Button onPress={() => setDraft(before)}>{deskWords.cancel}</Button>
          <Button tone="primary" busy={edit.busy} onPress={() => void save()}>
            {deskWords.save}
          </Button>
        </div>
      )}
    </div>
  );
}
