import { useState } from 'react';
import type { MergePlan } from '#shared/contract/care.ts';
import { deskWords } from '#shared/wording/english/desk.ts';
import { careWords } from '#shared/wording/english/views/care-words.ts';
import { runJob } from '../../bridge/jobs.ts';
import { say } from '../../bridge/toasts.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useQuery } from '../../bridge/use-query.ts';
import { Asked } from '../../components/asked/asked.tsx';
import { Button } from '../../components/button/button.tsx';
import { Checkbox } from '../../components/checkbox/checkbox.tsx';
import { Dialog } from '../../components/dialog/dialog.tsx';
import { BranchEdits, editWords } from './branch-edits.tsx';

/** What merging a branch would do, and, where both lines changed one object, whose version is to win. */
export function MergeDialog({ branchId, onClose }: { readonly branchId: string; readonly onClose: () => void }) {
  const plan = useQuery('case/merge-plan', { branchId });
  const merge = useCommand('case/merge-branch');
  const [take, setTake] = useState<readonly string[]>([]);
  const { applies = [], conflicts = [] } = plan.value ?? {};
  const nothing = applies.length + conflicts.length === 0;
  async function run(): Promise<void> {
    const reply = await runJob(careWords.mergeJob, (jobId) => merge.run({ jobId, branchId, take: [...take] }));
    if (reply.ok) {
      const { applied, left, conflicts } = reply.value;
      if (left > 0) say({ tone: 'plain', title: careWords.mergeStopped(applied, left) });
      else say({ tone: 'good', title: careWords.merged(applied, conflicts.length) });
    }
    onClose();
  }
  return (
    <Dialog
      title={careWords.branch(branchId)}
      open
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{nothing ? deskWords.close : deskWords.cancel}</Button>
          {!nothing && (
            <Button tone="primary" busy={merge.busy} disabled={applies.length + take.length === 0} onPress={() => void run()}>
              {careWords.mergeRun}
            </Button>
          )}
        </>
      }
    >
      <Asked result={plan}>{(value) => <Planned plan={value} take={take} onTake={setTake} />}</Asked>
    </Dialog>
  );
}

type PlannedProps = { readonly plan: MergePlan; readonly take: readonly string[]; readonly onTake: (take: readonly string[]) => void };

function Planned({ plan: { applies, present, conflicts }, take, onTake }: PlannedProps) {
  return (
    <div className="section-parts">
      <p className="soft">{applies.length + conflicts.length === 0 ? careWords.mergeNothing : careWords.mergeWhy}</p>
      {applies.length > 0 && (
        <section className="care-planned">
          <h3 className="section-subtitle">{careWords.mergeApplies(applies.length)}</h3>
          <BranchEdits edits={applies} />
        </section>
      )}
      {present.length > 0 && (
        <section className="care-planned">
          <h3 className="section-subtitle">{careWords.mergePresent(present.length)}</h3>
          <BranchEdits edits={present} />
        </section>
      )}
      {conflicts.length > 0 && <Conflicts conflicts={conflicts} take={take} onTake={onTake} />}
    </div>
  );
}

type ConflictsProps = Omit<PlannedProps, 'plan'> & { readonly conflicts: MergePlan['conflicts'] };

function Conflicts({ conflicts, take, onTake }: ConflictsProps) {
  // What follows on a contradiction is decided with it.
  const ids = [...new Set(conflicts.flatMap(({ objects }) => objects.flatMap(({ id, reason }) => (reason === 'changed-in-both' ? [id] : []))))];
  const labels = useQuery('objects/labels', ids.length === 0 ? null : { ids });
  const labelOf = (id: string) => labels.value?.find((each) => each.id === id)?.label ?? deskWords.objectGone;
  return (
    <section className="care-planned">
      <h3 className="section-subtitle">{careWords.mergeConflicts(conflicts.length)}</h3>
      <ul className="care-edits">
        {conflicts.map(({ edit, objects }) => (
          <li key={edit.seq}>
            <span className="numeric soft">{edit.seq}</span>
            <span className="wrap">{editWords(edit)}</span>
            <span className="soft">{[...new Set(objects.map(({ reason }) => careWords.reasons[reason]))].join(', ')}</span>
          </li>
        ))}
      </ul>
      <p className="soft">{careWords.mergeChoose}</p>
      {ids.map((id) => (
        <Checkbox key={id} checked={take.includes(id)} onChange={(on) => onTake(on ? [...take, id] : take.filter((each) => each !== id))}>
          {careWords.mergeTake(labelOf(id))}
        </Checkbox>
      ))}
    </section>
  );
}
