import type { SavedSearch } from '#shared/domain/search/saved-search.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { savedSearchWords as words } from '#shared/wording/english/views/search-words.ts';
import { problemSentence } from '#shared/wording/problems.ts';
import { sayDone } from '../../bridge/say-done.ts';
import { useCommand, useFormCommand } from '../../bridge/use-command.ts';
import { NameDialog } from '../../components/name-dialog/name-dialog.tsx';

const isNameTaken = (problem: Problem) => problem.kind === 'refused' && problem.rule === 'search-name-taken';
type SaveSearchProps = { readonly query: string; readonly known: SavedSearch | null; readonly onClose: () => void };

/** Saves the search at hand under a name, itself unless told; of one that is saved already, changes the name or lets go of it. */
export function SaveSearchDialog({ query, known, onClose }: SaveSearchProps) {
  const save = useFormCommand('search/save', isNameTaken);
  const rename = useFormCommand('search/rename', isNameTaken);
  const refusal = save.refusal ?? rename.refusal;
  const remove = useCommand('search/remove');
  async function keep(title: string): Promise<void> {
    const reply = known ? await rename.run({ id: known.id, title }) : await save.run({ title, query });
    if (!reply.ok) return;
    sayDone(known ? words.renamed : words.done);
    onClose();
  }
  async function letGo(id: SavedSearch['id']): Promise<void> {
    const reply = await remove.run({ id });
    if (!reply.ok) return;
    sayDone(words.removed, 'plain');
    onClose();
  }
  return (
    <NameDialog
      words={known ? words.known : words.fresh}
      hint={words.lead}
      first={known?.title ?? query}
      {...(refusal && { error: problemSentence(refusal) })}
      saving={save.busy || rename.busy}
      onSave={(title) => void keep(title)}
      onRemove={known && (() => void letGo(known.id))}
      removing={remove.busy}
      onClose={onClose}
    />
  );
}
