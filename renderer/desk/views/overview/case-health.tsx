import { ShieldCheck } from 'lucide-react';
import type { Overview } from '#shared/contract/case.ts';
import { deskWords } from '#shared/wording/english/desk.ts';
import { careWords } from '#shared/wording/english/views/care-words.ts';
import { runAction } from '../../bridge/actions.ts';
import { useJobs } from '../../bridge/jobs.ts';
import { useStore } from '../../bridge/store.ts';
import { lastVerification } from '../../bridge/verification.ts';
import { Button } from '../../components/button/button.tsx';
import { FindingLine, Findings } from '../../components/findings/findings.tsx';
import { Section } from '../../components/heading/section.tsx';

const words = deskWords.overview;
type Finding = Overview['openingFindings'][number];

type CaseHealthProps = { readonly findings: readonly Finding[]; readonly headWords: readonly string[]; readonly readOnly: boolean };

/** Whether the case file is what was written: what opening it noticed, and a full check on demand. */
export function CaseHealth({ findings, headWords, readOnly }: CaseHealthProps) {
  const checked = useStore(lastVerification);
  const verifying = useJobs().some((job) => job.state === 'running' && (job.title === careWords.fullJob || job.title === careWords.quickJob));
  return (
    <Section title={words.health}>
      <div className="health">
        {findings.length === 0 ? <FindingLine severity="good" sentence={words.openedClean} /> : <Findings findings={findings} readOnly={readOnly} />}
        {checked &&
          (checked.findings.length === 0 ? (
            <FindingLine severity="good" sentence={words.checkedSound(checked.counts)} />
          ) : (
            <>
              <p>{checked.sound ? deskWords.verify.sound : deskWords.verify.unsound(checked.findings.length)}</p>
              <Findings findings={checked.findings} readOnly={readOnly} />
            </>
          ))}
        {headWords.length > 0 && (
          <p className="soft">
            {words.headWords} <span className="head-words">{headWords.join(' ')}</span>
          </p>
        )}
        <Button icon={ShieldCheck} busy={verifying} onPress={() => runAction('verify-case')}>
          {deskWords.actions['verify-case']}
        </Button>
      </div>
    </Section>
  );
}
