import { Fingerprint, HardDrive, LoaderCircle, Lock, PenOff, WifiOff } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import type { Overview } from '#shared/contract/case.ts';
import { deskWords } from '#shared/wording/english/desk.ts';
import { useJobs } from '../bridge/jobs.ts';
import { runActionById } from './actions.ts';

/** One line on the state of the case: nothing in it moves unless something happens. */
export function StatusLine({ overview }: { readonly overview: Overview | undefined }) {
  const running = useJobs().filter((job) => job.state === 'running').length;
  const words = deskWords.status;
  return (
    <footer className="status-line">
      <span className="status-item" title={words.offlineWhy}>
        <WifiOff aria-hidden size={12} />
        {words.offline}
      </span>
      {overview?.readOnly ? (
        <span className="status-item">
          <PenOff aria-hidden size={12} />
          {words.readOnly}
        </span>
      ) : (
        <span className="status-item" title={words.savedWhy}>
          <HardDrive aria-hidden size={12} />
          {words.saved}
        </span>
      )}
      {overview && overview.headWords.length > 0 && (
        <span className="status-item status-words" title={words.headWordsWhy}>
          <Fingerprint aria-hidden size={12} />
          <span className="cut">{overview.headWords.join(' ')}</span>
        </span>
      )}
      <span className="status-gap" />
      <span role="status">
        {running > 0 && (
          <Button className="status-button" onPress={() => runActionById('jobs')}>
            <LoaderCircle aria-hidden size={12} />
            {words.jobs(running)}
          </Button>
        )}
      </span>
      <Button className="status-button" onPress={() => runActionById('lock')}>
        <Lock aria-hidden size={12} />
        {words.lock}
      </Button>
    </footer>
  );
}
