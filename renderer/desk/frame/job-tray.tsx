import { ListChecks } from 'lucide-react';
import { deskWords } from '#shared/wording/english/desk.ts';
import { clearEndedJobs, type Job, useJobs } from '../bridge/jobs.ts';
import { useShownName } from '../bridge/shown-name.ts';
import { send } from '../bridge/use-command.ts';
import { Button } from '../components/button/button.tsx';
import { Dialog } from '../components/dialog/dialog.tsx';
import { EmptyState } from '../components/empty-state/empty-state.tsx';
import './job-tray.css';

/** Long work: what runs, how far it is, what came of it; each can be cancelled. */
export function JobTray({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const jobs = useJobs();
  const ended = jobs.some((job) => job.state !== 'running');
  return (
    <Dialog
      title={deskWords.jobs.title}
      open={open}
      onClose={onClose}
      {...(ended && { actions: <Button onPress={clearEndedJobs}>{deskWords.jobs.clear}</Button> })}
    >
      {jobs.length === 0 ? (
        <EmptyState icon={ListChecks} title={deskWords.jobs.none}>
          {deskWords.jobs.noneWhy}
        </EmptyState>
      ) : (
        <ul className="job-list">
          {jobs.toReversed().map((job) => (
            <JobCard key={job.id} job={job} onClose={onClose} />
          ))}
        </ul>
      )}
    </Dialog>
  );
}

function JobCard({ job, onClose }: { readonly job: Job; readonly onClose: () => void }) {
  const shownName = useShownName();
  const { id, title, phase, done, total, state, results } = job;
  const running = state === 'running';
  const stateWords = running && phase ? deskWords.jobs.phases[phase] : deskWords.jobs.states[state];
  return (
    <li className="job">
      <div className="job-head">
        <span className="job-title wrap">{title}</span>
        <span className={`job-state job-${state}`}>{stateWords}</span>
        {running && <Button onPress={() => void send('jobs/cancel', { jobId: id })}>{deskWords.cancel}</Button>}
      </div>
      {running && <progress className="job-progress" aria-label={title} {...(total > 0 && { max: total, value: done })} />}
      {results.length > 0 && (
        <ul className="job-results">
          {results
            .map((line) => (typeof line === 'string' ? { text: line, open: undefined } : line))
            .map(({ text, open }) => (
              <li key={text} className="wrap">
                {open ? (
                  <Button
                    tone="quiet"
                    onPress={() => {
                      onClose();
                      open();
                    }}
                  >
                    {shownName(text)}
                  </Button>
                ) : (
                  shownName(text)
                )}
              </li>
            ))}
        </ul>
      )}
    </li>
  );
}
