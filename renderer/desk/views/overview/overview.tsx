import { deskWords } from '#shared/wording/english/desk.ts';
import { useQuery } from '../../bridge/use-query.ts';
import { Busy } from '../../components/busy/busy.tsx';
import { ErrorState } from '../../components/error-state/error-state.tsx';
import { Panel } from '../../components/panel/panel.tsx';
import { AboutCase } from './about-case.tsx';
import { Attention } from './attention.tsx';
import { CaseHealth } from './case-health.tsx';
import { ClaimsByFinding } from './claims-by-finding.tsx';
import { Counts } from './counts.tsx';
import { FirstSteps } from './first-steps.tsx';
import { OpenQuestions, Progress } from './progress.tsx';
import { Recent } from './recent.tsx';
import './overview.css';

/** The casebook: what the case is about, what it holds, what it wants, and whether it is sound. */
export function Overview() {
  const asked = useQuery('case/overview', {});
  // What was worked on last is there at once; what looks at every claim comes after it, as soon as it is known.
  const recent = useQuery('case/recent', {}).value;
  const standing = useQuery('case/standing', recent === undefined ? null : {});
  if (asked.state === 'loading') return <Busy />;
  if (asked.state === 'failed') return <ErrorState problem={asked.problem} onRetry={asked.reload} />;
  const overview = asked.value;
  const now = standing.value;
  const { counts } = overview;
  const empty = counts.sources + counts.evidence + counts.claims + counts.notes === 0;
  const begun = counts.evidence > 0 && counts.claims > 0;
  return (
    <Panel title={deskWords.overview.title} level={1}>
      <div className="overview">
        <div className="overview-main">
          <AboutCase overview={overview} />
          {!empty && <Counts counts={counts} />}
          {!begun && <FirstSteps done={{ import: counts.evidence > 0, 'new-claim': counts.claims > 0, 'new-note': counts.notes > 0 }} />}
          {now && counts.claims > 0 && <ClaimsByFinding byFinding={now.claimsByFinding} total={counts.claims} />}
          {now && <Progress byState={now.claimsByWorkState} />}
          {begun && (now ? <Attention items={now.attention} /> : <Busy />)}
        </div>
        <div className="overview-side">
          {!empty && <OpenQuestions />}
          {recent && <Recent items={recent} />}
          <CaseHealth findings={overview.openingFindings} headWords={overview.headWords} readOnly={overview.readOnly} />
        </div>
      </div>
    </Panel>
  );
}
