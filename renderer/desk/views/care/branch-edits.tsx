import type { BranchEdit } from '#shared/contract/care.ts';
import { editTerms } from '#shared/wording/english/edit-terms.ts';
import { careWords } from '#shared/wording/english/views/care-words.ts';
import { Moment } from '../../components/moment/moment.tsx';

const editsShown = 20;

/** Edits of one line, the last ones of a long one; oldest first. */
export function BranchEdits({ edits, inAll = edits.length }: { readonly edits: readonly BranchEdit[]; readonly inAll?: number }) {
  const shown = edits.slice(-editsShown);
  const more = inAll - shown.length;
  return (
    <>
      {more > 0 && <p className="soft">{careWords.editsMore(more)}</p>}
      <ul className="care-edits">
        {shown.map((edit) => (
          <li key={`${edit.seq} ${edit.ids[0]}`}>
            <span className="numeric soft">{edit.seq}</span>
            <span className="wrap" title={careWords.writer(edit.writer)}>
              {editWords(edit)}
            </span>
            <Moment at={edit.at} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** What the edit did, as the history calls it. */
export function editWords({ label }: BranchEdit): string {
  const known: { readonly [label: string]: string } = editTerms;
  return known[label] ?? label;
}
