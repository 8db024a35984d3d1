import { CircleCheck, Info, ShieldCheck, TriangleAlert } from 'lucide-react';
import type { Overview } from '#shared/contract/case.ts';
import { deskWords } from '#shared/wording/english/desk.ts';
import { findingSentence } from '#shared/wording/english/finding-terms.ts';
import { runAction } from '../../bridge/actions.ts';
import { useJobs } from '../../bridge/jobs.ts';
import { useStore } from '../../bridge/store.ts';
import { lastVerification } from '../../bridge/verification.ts';
import { Button } from '../../components/button/button.tsx';
import { Section } from '../../components/heading/section.tsx';

const words = deskWords.overview;
type Finding = Overview['openingFindings'][number];

/** Whether the case file is what was written: what opening it noticed, and a full check on demand. */
export function CaseHealth({ findings, headWords }: { readonly findings: readonly Finding[]; readonly headWords: readonly string[] }) {
  const checked = useStore(lastVerification);
  const verifying = useJobs().some((job) => job.state === 'running' && job.title === deskWords.actions['verify-case']);
  return (
    <Section title={words.health}>
      <div className="health">
        {findings.length === 0 ? <Line severity="good" sentence={words.openedClean} /> : <Findings findings={findings} />}
        {checked &&
          (checked.findings.length === 0 ? (
            <Line severity="good" sentence={words.checkedSound(checked.counts)} />
          ) : (
            <>
              <p>{checked.sound ? deskWords.verify.sound : deskWords.verify.unsound(checked.findings.length)}</p>
              <Findings findings={checked.findings} />
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

function Findings({ findings }: { readonly findings: readonly Finding[] }) {
  return (
    <ul className="health">
      {findings.map(({ severity, code, subject }) => (
        <li key={`${code} ${subject}`}>
          <Line severity={severity} sentence={`${findingSentence(code)}${subject === '' ? '' : ` (${subject})`}`} />
        </li>
      ))}
    </ul>
  );
}

const icons = { good: CircleCheck, info: Info, warning: TriangleAlert, damage: TriangleAlert } as const;

function Line({ severity, sentence }: { readonly severity: keyof typeof icons; readonly sentence: string }) {
  const Icon = icons[severity];
  return (
    <p className={`health-line health-${severity}`}>
      <Icon aria-hidden size={15} />
      <span className="wrap">{sentence}</span>
    </p>
  );
}
