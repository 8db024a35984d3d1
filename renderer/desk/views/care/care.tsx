import { careWords } from '#shared/wording/english/views/care-words.ts';
import { useQuery } from '../../bridge/use-query.ts';
import { Asked } from '../../components/asked/asked.tsx';
import { Banner } from '../../components/banner/banner.tsx';
import { Panel } from '../../components/panel/panel.tsx';
import { BackupSection } from './backup-section.tsx';
import { BranchesSection } from './branches-section.tsx';
import { CheckSection } from './check-section.tsx';
import { CompactSection } from './compact-section.tsx';
import './care.css';

/** What keeps a case whole: checks, backups, tidying up, and what to do when two programs wrote at once. */
export function Care() {
  const overview = useQuery('case/overview', {});
  const branches = useQuery('case/branches', {});
  const beside = branches.value?.some((branch) => branch.isOpen && !branch.isTrunk) ?? false;
  return (
    <Panel title={careWords.title} level={1}>
      <div className="care">
        <Asked result={overview}>
          {({ readOnly, openingFindings }) => (
            <>
              {readOnly && <Banner tone="warn">{beside ? careWords.readOnlyBranch : careWords.readOnly}</Banner>}
              <CheckSection opening={openingFindings} readOnly={readOnly} />
              <BackupSection />
              <CompactSection readOnly={readOnly} />
              <BranchesSection branches={branches} readOnly={readOnly} />
            </>
          )}
        </Asked>
      </div>
    </Panel>
  );
}
