import { Square } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import type { Standing } from '#shared/contract/case.ts';
import { type WorkState, workStates } from '#shared/domain/claim/claim.ts';
import { deskWords } from '#shared/wording/english/desk.ts';
import { workStateTerms } from '#shared/wording/english/terms.ts';
import { languageTag } from '#shared/wording/spoken.ts';
import { openObject } from '../../bridge/navigation.ts';
import { useQuery } from '../../bridge/use-query.ts';
import { Badge, type Tone } from '../../components/badge/badge.tsx';
import { Section } from '../../components/heading/section.tsx';
import { Name } from '../../components/name/name.tsx';

const words = deskWords.overview;
const tones: { readonly [S in WorkState]: Tone } = {
  'to-do': 'dull',
  'in-progress': 'calm',
  'help-needed': 'bad',
  'ready-for-review': 'warn',
  completed: 'good',
  cancelled: 'dull',
};

/** How far the work on the claims is, as a bar and in words. Cancelled ones are no work. */
export function Progress({ byState }: { readonly byState: Standing['claimsByWorkState'] }) {
  const present = workStates.map((state) => ({ state, count: byState[state] ?? 0 })).filter(({ state, count }) => count > 0 && state !== 'cancelled');
  const all = present.reduce((sum, { count }) => sum + count, 0);
  if (all === 0) return null;
  return (
    <Section title={words.progress} aside={words.completedOf(byState['completed'] ?? 0, all)}>
      <div className="findings-bar" aria-hidden>
        {present.toReversed().map(({ state, count }) => (
          <span key={state} className={`findings-part findings-${tones[state]}`} style={{ flexGrow: count }} />
        ))}
      </div>
      <ul className="findings-list">
        {present.toReversed().map(({ state, count }) => (
          <li key={state}>
            <Badge tone={tones[state]}>{workStateTerms[state]}</Badge>
            <span className="numeric">{count.toLocaleString(languageTag())}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** What is still to be found out: the open tasks of all notes, each one press from its note. */
export function OpenQuestions() {
  const tasks = useQuery('notes/tasks', {}).value;
  if (!tasks) return null;
  const { open, openCount, doneCount } = tasks;
  const all = openCount + doneCount;
  const listed = open.map((task, at) => ({ ...task, key: `${task.noteId} ${at}` })); // the same words may stand twice in a note
  return (
    <Section title={words.openQuestions} {...(all > 0 && { aside: words.answeredOf(doneCount, all) })}>
      {open.length === 0 ? (
        <p className="soft">{words.noOpenQuestions}</p>
      ) : (
        <ul className="recent-list">
          {listed.map(({ key, noteId, title, text }) => (
            <li key={key}>
              <Button className="recent-item" onPress={() => openObject('note', noteId)}>
                <Square aria-hidden size={13} className="kind-icon" />
                <Name text={text} title={title === '' ? text : `${text} (${title})`} />
              </Button>
            </li>
          ))}
        </ul>
      )}
      {openCount > open.length && <p className="faint">{deskWords.andMore(openCount - open.length)}</p>}
    </Section>
  );
}
