import { searchIndexJob } from '#shared/contract/search.ts';
import { careWords } from '#shared/wording/english/views/care-words.ts';
import type { ActionId } from './action-ids.ts';
import { runAction } from './actions.ts';
import { bridge } from './bridge.ts';
import { showOwnJob, updateJob } from './jobs.ts';
import { answers } from './use-query.ts';

/** Listens to the case and the shell, and hands each event to what it concerns. */
export function listen(locking: () => void): () => void {
  return bridge().onEvent((event) => {
    switch (event.type) {
      case 'changed':
        return answers.changed(event.collections);
      case 'job':
        if (event.jobId === searchIndexJob) showOwnJob(event.jobId, careWords.indexJob);
        return updateJob(event.jobId, { phase: event.phase, done: event.done, total: event.total, state: event.state });
      case 'menu':
        return runAction(event.action as ActionId);
      case 'locking':
        return locking();
    }
  });
}
