import { Plus } from 'lucide-react';
import type { EntityRow } from '#shared/contract/entities.ts';
import { suggestNames } from '#shared/domain/entity/suggest-names.ts';
import { identityWords as words } from '#shared/wording/english/views/identity-words.ts';
import { sayDone } from '../../bridge/say-done.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { Section } from '../../components/heading/section.tsx';
import { IconButton } from '../../components/icon-button/icon-button.tsx';

/** Spellings in which the entity may be met elsewhere, each with the table it follows; added one by one. */
export function NameSuggestions({ entity }: { readonly entity: EntityRow }) {
  const edit = useCommand('entities/edit');
  const suggestions = suggestNames(entity.names);
  async function add(name: string): Promise<void> {
    const reply = await edit.run({ id: entity.id, names: [...entity.names, name] });
    if (reply.ok) sayDone(words.added);
  }
  return (
    <Section title={words.spellings} aside={suggestions.length}>
      {suggestions.length === 0 ? (
        <p className="faint">{words.noSpellings}</p>
      ) : (
        <>
          <p className="faint entity-why">{words.spellingsWhy}</p>
          <ul className="entity-rows">
            {suggestions.map(({ text, table }) => (
              <li key={text}>
                <span className="wrap">{text}</span>
                <span className="faint">{words.tables[table]}</span>
                <IconButton icon={Plus} label={words.add(text)} disabled={edit.busy} onPress={() => void add(text)} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}
