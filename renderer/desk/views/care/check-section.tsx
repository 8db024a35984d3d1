import { ShieldCheck } from 'lucide-react';
import type { Finding } from '#shared/contract/care.ts';
import { careWords } from '#shared/wording/english/views/care-words.ts';
import { useJobs } from '../../bridge/jobs.ts';
import { useStore } from '../../bridge/store.ts';
import { lastVerification, verifyCase } from '../../bridge/verification.ts';
import { Button } from '../../components/button/button.tsx';
import { FindingLine, Findings } from '../../components/findings/findings.tsx';
import { Section } from '../../components/heading/section.tsx';

/** Whether the case is what was written: on opening, and by a check as deep as wanted. */
export function CheckSection({ opening, readOnly }: { readonly opening: readonly Finding[]; readonly readOnly: boolean }) {
  const checked = useStore(lastVerification);
  const running = useJobs().find((job) => job.state === 'running' && (job.title === careWords.quickJob || job.title === careWords.fullJob));
  const damaged = [...opening, ...(checked?.findings ?? [])].some(({ severity }) => severity === 'damage');
  return (
    <Section level={2} title={careWords.check}>
      <div className="section-parts">
        <p className="soft">{careWords.quickWhy}</p>
        <div className="care-buttons">
          <Button
            icon={ShieldCheck}
            busy={running?.title === careWords.quickJob}
            disabled={running?.title === careWords.fullJob}
            onPress={() => void verifyCase('quick')}
          >
            {careWords.quick}
          </Button>
          <Button
            icon={ShieldCheck}
            busy={running?.title === careWords.fullJob}
            disabled={running?.title === careWords.quickJob}
            onPress={() => void verifyCase('full')}
          >
            {careWords.full}
          </Button>
        </div>
        {opening.length === 0 ? (
          <FindingLine severity="good" sentence={careWords.openedClean} />
        ) : (
          <>
            <h3 className="section-subtitle">{careWords.opened}</h3>
            <Findings findings={opening} readOnly={readOnly} />
          </>
        )}
        {checked && (
          <>
            <h3 className="section-subtitle">{careWords.last(checked.depth)}</h3>
            {checked.sound && <FindingLine severity="good" sentence={careWords.sound(checked.counts)} />}
            <Findings findings={checked.findings} readOnly={readOnly} />
          </>
        )}
        {damaged && <p className="soft">{careWords.repairHint}</p>}
      </div>
    </Section>
  );
}
