import { Eye, GitBranch, GitMerge } from 'lucide-react';
import { useState } from 'react';
import type { Branch } from '#shared/contract/care.ts';
import { branchWords } from '#shared/wording/english/care-words.ts';
import { careWords } from '#shared/wording/english/views/care-words.ts';
import { bridge } from '../../bridge/bridge.ts';
import type { QueryResult } from '../../bridge/use-query.ts';
import { Asked } from '../../components/asked/asked.tsx';
import { Badge } from '../../components/badge/badge.tsx';
import { Button } from '../../components/button/button.tsx';
import { Section } from '../../components/heading/section.tsx';
import { BranchEdits } from './branch-edits.tsx';
import { MergeDialog } from './merge-dialog.tsx';
import { SettleDialog } from './settle-dialog.tsx';

/** Every line of edits the folder holds. Nothing here deletes one: edits are made again on the trunk, or the branch is said to be settled. */
export function BranchesSection({ branches, readOnly }: { readonly branches: QueryResult<readonly Branch[]>; readonly readOnly: boolean }) {
  return (
    <Section level={2} title={careWords.branches}>
      <Asked result={branches}>
        {(all) =>
          all.length <= 1 ? (
            <p className="soft">{careWords.branchesNone}</p>
          ) : (
            <div className="section-parts">
              <p className="soft">{careWords.branchesWhy}</p>
              <ul className="care-branches">
                {all.map((branch) => (
                  <BranchCard key={branch.id} branch={branch} readOnly={readOnly} onChanged={branches.reload} />
                ))}
              </ul>
            </div>
          )
        }
      </Asked>
    </Section>
  );
}

type BranchCardProps = { readonly branch: Branch; readonly readOnly: boolean; readonly onChanged: () => void };

function BranchCard({ branch, readOnly, onChanged }: BranchCardProps) {
  const [asking, setAsking] = useState<'merge' | 'settle' | null>(null);
  const { id, isTrunk, isOpen, settled, commonSeq, edits, editsInAll } = branch;
  const close = () => setAsking(null);
  return (
    <li className="care-branch">
      <div className="care-branch-head">
        <GitBranch aria-hidden size={14} />
        <h3 className="care-branch-name">{isTrunk ? careWords.trunk : careWords.branch(id)}</h3>
        {isOpen && <Badge>{careWords.open}</Badge>}
        {settled && <Badge>{careWords.settled}</Badge>}
        <span className="soft">{careWords.edits(editsInAll)}</span>
      </div>
      {!isTrunk && commonSeq === null && <p className="soft">{branchWords.deep}</p>}
      <BranchEdits edits={edits} inAll={editsInAll} />
      {!isTrunk && (
        <div className="care-buttons">
          {!settled && (
            <>
              <Button icon={GitMerge} disabled={readOnly} onPress={() => setAsking('merge')}>
                {careWords.merge}
              </Button>
              <Button disabled={readOnly} onPress={() => setAsking('settle')}>
                {careWords.settle}
              </Button>
            </>
          )}
          {!isOpen && (
            <Button icon={Eye} onPress={() => void bridge().shell({ ask: 'look-into-branch', branchId: id })}>
              {careWords.lookInto}
            </Button>
          )}
        </div>
      )}
      {asking === 'merge' && <MergeDialog branchId={id} onClose={close} />}
      {asking === 'settle' && <SettleDialog branchId={id} onClose={close} onSettled={onChanged} />}
    </li>
  );
}
