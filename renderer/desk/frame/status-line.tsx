import { Fingerprint, HardDrive, LoaderCircle, Lock, PencilLine, PenOff, VenetianMask, WifiOff } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { deskWords } from '#shared/wording/english/desk.ts';
import { useDrafts } from '../bridge/drafts.ts';
import { useJobs } from '../bridge/jobs.ts';
import { openObject } from '../bridge/navigation.ts';
import { useSettings } from '../bridge/settings.ts';
import { useQuery } from '../bridge/use-query.ts';
import { Tooltip } from '../components/tooltip/tooltip.tsx';
import { runActionById } from './actions.ts';

/** One line on the state of the case: nothing in it moves unless something happens. */
export function StatusLine() {
  const overview = useQuery('case/overview', {}).value;
  const running = useJobs().filter((job) => job.state === 'running').length;
  const words = deskWords.status;
  const settings = useSettings();
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
      <UnsavedForms />
      <NamesOrRoles />
      <span className="status-gap" />
      <span role="status">
        {running > 0 && (
          <Button className="status-button" onPress={() => runActionById('jobs')}>
            <LoaderCircle aria-hidden size={12} />
            {words.jobs(running)}
          </Button>
        )}
      </span>
      {settings && <span className="numeric">{words.lockAfter(settings.lockAfterMinutes)}</span>}
      <Button className="status-button" onPress={() => runActionById('lock')}>
        <Lock aria-hidden size={12} />
        {words.lock}
      </Button>
    </footer>
  );
}

/** Shown where somebody goes by a role: whether that role or the name is on the screen. */
function NamesOrRoles() {
  const people = useQuery('entities/roles', {}).value;
  const byRole = useSettings()?.namesByRole ?? false;
  if (!byRole && (people?.length ?? 0) === 0) return null;
  const { namesShown, rolesShown, namesByRoleWhy } = deskWords.status;
  return (
    <Tooltip words={namesByRoleWhy}>
      <Button className="status-button" aria-pressed={byRole} onPress={() => runActionById('names-by-role')}>
        <VenetianMask aria-hidden size={12} />
        {byRole ? rolesShown : namesShown}
      </Button>
    </Tooltip>
  );
}

/** Forms that were left with changes: a press goes to the one left last. */
function UnsavedForms() {
  const drafts = useDrafts();
  const last = drafts.at(-1);
  if (last === undefined) return null;
  const { kind, id } = last;
  return (
    <Button className="status-button status-unsaved" onPress={() => openObject(kind, id.startsWith('new ') ? null : id)}>
      <PencilLine aria-hidden size={12} />
      {deskWords.status.unsaved(drafts.length)}
    </Button>
  );
}
