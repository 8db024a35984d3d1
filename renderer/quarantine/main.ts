import type { QuarantineBridge } from '#shared/contract/quarantine.ts';
import { importers } from './importers/list.ts';
import { readJob } from './read-job.ts';

declare global {
  interface Window {
    readonly quarantine: QuarantineBridge;
  }
}

void examineOneJob(window.quarantine);

/** One page, one job: whatever a hostile file did to this page, the next file never meets it. */
async function examineOneJob(bridge: QuarantineBridge): Promise<void> {
  try {
    const job = await readJob(bridge);
    const importer = importers.find(({ name }) => name === job.format);
    if (importer === undefined) throw new Error('quarantine: no importer for this format');
    await bridge.answer({ ok: true, draft: await importer.examine(job, bridge.tell) });
  } catch {
    // The error may quote the file; only that it failed may leave the page.
    await bridge.answer({ ok: false, reason: 'crashed' });
  }
}
