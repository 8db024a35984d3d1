import { CircleCheck, FileInput, MessageSquareQuote, NotebookPen } from 'lucide-react';
import { deskWords } from '#shared/wording/english/desk.ts';
import { runAction } from '../../bridge/actions.ts';
import { Button } from '../../components/button/button.tsx';
import { Section } from '../../components/heading/section.tsx';

const words = deskWords.overview.firstSteps;
const steps = [
  { action: 'import', icon: FileInput },
  { action: 'new-claim', icon: MessageSquareQuote },
  { action: 'new-note', icon: NotebookPen },
] as const;

type Action = (typeof steps)[number]['action'];

/** Shown until there is a claim and what it can rest on: the first three things of the work, in their order. */
export function FirstSteps({ done }: { readonly done: { readonly [A in Action]: boolean } }) {
  const next = steps.find(({ action }) => !done[action])?.action;
  return (
    <Section title={words.title} actions={<Button onPress={() => runAction('tour')}>{deskWords.actions.tour}</Button>}>
      <ol className="steps">
        {steps.map(({ action, icon: Icon }) => (
          <li key={action} className="step">
            {done[action] ? (
              <CircleCheck className="step-done" aria-label={words.done} size={20} strokeWidth={1.7} />
            ) : (
              <Icon aria-hidden size={20} strokeWidth={1.7} />
            )}
            <div className="step-words">
              <p className="step-title">{words[action].title}</p>
              <p className="soft">{words[action].why}</p>
            </div>
            <Button tone={action === next ? 'primary' : 'plain'} onPress={() => runAction(action)}>
              {deskWords.actions[action]}
            </Button>
          </li>
        ))}
      </ol>
    </Section>
  );
}
