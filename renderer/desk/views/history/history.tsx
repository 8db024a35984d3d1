import { History as HistoryIcon, Redo2, Undo2 } from 'lucide-react';
import { deskWords } from '#shared/wording/english/desk.ts';
import { runAction } from '../../bridge/actions.ts';
import { editName } from '../../bridge/edit-name.ts';
import { useQuery } from '../../bridge/use-query.ts';
import { Busy } from '../../components/busy/busy.tsx';
import { Button } from '../../components/button/button.tsx';
import { ChipsOf } from '../../components/chip/chip.tsx';
import { EmptyState } from '../../components/empty-state/empty-state.tsx';
import { ErrorState } from '../../components/error-state/error-state.tsx';
import { Moment } from '../../components/moment/moment.tsx';
import { Panel } from '../../components/panel/panel.tsx';
import './history.css';

const words = deskWords.history;
const idsShown = 6;
type Step = { readonly label: string; readonly at: string; readonly ids: readonly string[] };

/** What was edited, newest first: above the line what was undone and can be done again, below it what can be undone. */
export function History() {
  const asked = useQuery('history/list', {});
  if (asked.state === 'loading') return <Busy />;
  if (asked.state === 'failed') return <ErrorState problem={asked.problem} onRetry={asked.reload} />;
  const { undo, redo } = asked.value;
  const actions = (
    <>
      <Button icon={Undo2} disabled={undo.length === 0} onPress={() => runAction('undo')}>
        {deskWords.actions.undo}
      </Button>
      <Button icon={Redo2} disabled={redo.length === 0} onPress={() => runAction('redo')}>
        {deskWords.actions.redo}
      </Button>
    </>
  );
  return (
    <Panel title={words.title} level={1} actions={actions} aside={words.count(undo.length)}>
      {undo.length + redo.length === 0 ? (
        <EmptyState icon={HistoryIcon} title={words.empty}>
          {words.emptyWhy}
        </EmptyState>
      ) : (
        <div className="history">
          {redo.length > 0 && <Steps title={words.undone} steps={redo} undone />}
          <Steps title={words.done} steps={undo} undone={false} />
        </div>
      )}
    </Panel>
  );
}

function Steps({ title, steps, undone }: { readonly title: string; readonly steps: readonly Step[]; readonly undone: boolean }) {
  return (
    <section aria-label={title}>
      <h2 className="section-title">{title}</h2>
      <ol className={undone ? 'history-steps history-undone' : 'history-steps'}>
        {numbered(steps).map(({ key, step }) => (
          <li key={key} className="history-step">
            <Moment at={step.at} />
            <span className="history-name">{editName(step.label)}</span>
            <span className="history-objects">
              <ChipsOf ids={step.ids.slice(0, idsShown)} />
              {step.ids.length > idsShown && <span className="faint">{words.andMore(step.ids.length - idsShown)}</span>}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Steps of one moment are told apart by how many of that moment come before them. */
function numbered(steps: readonly Step[]): readonly { readonly key: string; readonly step: Step }[] {
  const seen = new Map<string, number>();
  return steps.map((step) => {
    const before = seen.get(step.at) ?? 0;
    seen.set(step.at, before + 1);
    return { key: `${step.at} ${before}`, step };
  });
}
