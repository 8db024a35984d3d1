import { FileInput, MessageSquareQuote, NotebookPen } from 'lucide-react';
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

/** Shown while the case is empty: the first three things of the work, in their order. */
export function FirstSteps() {
  return (
    <Section title={words.title} actions={<Button onPress={() => runAction('tour')}>{deskWords.actions.tour}</Button>}>
      <ol className="steps">
        {steps.map(({ action, icon: Icon }, at) => (
          <li key={action} className="step">
            <Icon aria-hidden size={20} strokeWidth={1.7} />
            <div className="step-words">
              <p className="step-title">{words[action].title}</p>
              <p className="soft">{words[action].why}</p>
            </div>
            <Button tone={at === 0 ? 'primary' : 'plain'} onPress={() => runAction(action)}>
              {deskWords.actions[action]}
            </Button>
          </li>
        ))}
      </ol>
    </Section>
  );
}
