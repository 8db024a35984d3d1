import { type BranchLine, type BranchTransaction, branchIdOf, stateBefore, transactionsAfter, trunkPath } from '#main/casefile/branches.ts';
import { acknowledged, settledWith } from '#main/casefile/care-state.ts';
import type { CaseFile } from '#main/casefile/case-file.ts';
import { type Opening, readOpening } from '#main/casefile/opening.ts';
import type { CarePort } from '#main/usecases/ports/care.ts';
import type { Facts } from '#main/usecases/ports/facts.ts';
import type { WritableCase } from '#main/usecases/ports/open-case.ts';
import type { Branch } from '#shared/contract/care.ts';
import type { FindingCode } from '#shared/domain/case/case-finding.ts';
import { findingCodes } from '#shared/domain/case/case-finding.ts';
import type { CaseRecord } from '#shared/domain/case/case-record.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { done, type Reply, refused } from '#shared/kernel/reply.ts';
import { repairWords } from '#shared/wording/english/repair-words.ts';
import { type BranchPlan, changedBy, editsOf, planBranch } from './branch-plan.ts';
import { stateAsEdits } from './branch-state.ts';

const mostEditsListed = 500;

/** What the care of an open case needs of it. `generation` is not looked at: the header was checked when the case was opened. */
export type CareNeeds = {
  readonly file: CaseFile;
  readonly record: () => CaseRecord;
  readonly facts: Facts;
  readonly commit: WritableCase['commit'];
  readonly barrier: () => Problem | null;
  readonly inTurn: <T>(work: () => Promise<Reply<T>>) => Promise<Reply<T>>;
};

/** Branches of an open case, and what is kept in mind of its damage. */
export function careOf({ file, record, facts, commit, barrier, inTurn }: CareNeeds): CarePort {
  const read = (): Reply<Opening> => {
    const opening = readOpening(file.files, file.keys, Number.MAX_SAFE_INTEGER);
    return 'kind' in opening ? refused(opening) : done(opening);
  };
  const lineOf = (opening: Opening, id: string): Reply<BranchLine> => {
    const line = opening.branches.find((each) => each.id === id);
    return line ? done(line) : refused({ kind: 'not-found', what: 'branch', id });
  };
  const plan = (id: string, take: ReadonlySet<string>): Reply<BranchPlan> => {
    const opening = read();
    if (!opening.ok) return opening;
    const line = lineOf(opening.value, id);
    if (!line.ok) return line;
    return done(planBranch(record(), id, broughtBy(line.value), changedSince(opening.value, line.value.common?.head ?? null), take));
  };
  /** The edits of a branch since it parted; where that lies before what is kept, what it held then comes first. */
  const broughtBy = (line: BranchLine): readonly BranchTransaction[] => {
    const before = line.common ? null : stateBefore(file.files, file.keys, line);
    const after = transactionsAfter(line.stretches, line.common?.head ?? before?.head ?? null);
    return before ? [...stateAsEdits(record(), before.lines, before.seq), ...after] : after;
  };
  const writable = <T>(work: () => Promise<Reply<T>>): Promise<Reply<T>> => {
    const stopped = barrier();
    return stopped ? Promise.resolve(refused(stopped)) : work();
  };

  return {
    branches: () => {
      const opening = read();
      return opening.ok ? done(listed(opening.value, file, broughtBy)) : opening;
    },
    mergePlan: (id) => plan(id, new Set()),
    mergeBranch: (id, take, report) =>
      writable(async () => {
        const planned = plan(id, new Set(take));
        if (!planned.ok) return planned;
        const { applies, conflicts } = planned.value;
        let applied = 0;
        for (const { label, ops, custody } of applies) {
          report.step('writing', applied, applies.length);
          // Whoever wants to stop it must be heard.
          await new Promise((resolve) => setImmediate(resolve));
          if (report.cancelled()) break;
          const made = await commit(() => done({ label, ops, custody }));
          if (!made.ok) return made;
          applied += 1;
        }
        return done({ applied, left: applies.length - applied, conflicts });
      }),
    settleBranch: (id) =>
      writable(async () => {
        const opening = read();
        if (!opening.ok) return opening;
        const line = lineOf(opening.value, id);
        if (!line.ok) return line;
        const reason = repairWords.settled(id);
        const noted = await commit(() =>
          done({
            label: 'merge-branch',
            ops: [],
            custody: [{ action: 'branch-resolved', evidenceId: null, reason, sha256Before: null, sha256After: null }],
          }),
        );
        if (!noted.ok) return noted;
        return inTurn(async () => file.changeCare(settledWith(file.care(), id)));
      }),
    acknowledge: (code, subject) =>
      writable(() =>
        inTurn(async () => {
          const known = findingCodes.find((each): each is FindingCode => each === code);
          const next = known ? acknowledged(file.care(), { code: known, subject }, facts.now()) : null;
          return next ? file.changeCare(next) : refused({ kind: 'not-found', what: 'finding', id: code });
        }),
      ),
  };
}

/** Objects that the trunk has changed behind `head`; `null` when its log does not reach back that far. */
function changedSince({ segments, lineage, snapshot }: Opening, head: string | null): ReadonlySet<string> | null {
  if (head === null) return null;
  const path = trunkPath(segments, lineage.head === '' ? (snapshot?.head.head ?? '') : lineage.head);
  const reaches = path.root === head || path.stretches.some(({ segment, to }) => segment.frames.slice(0, to + 1).some((frame) => frame.head === head));
  return reaches ? changedBy(transactionsAfter(path.stretches, path.root === head ? null : head)) : null;
}

function listed(opening: Opening, file: CaseFile, broughtBy: (line: BranchLine) => readonly BranchTransaction[]): readonly Branch[] {
  const open = branchIdOf(file.head().toString('hex'));
  const lines = opening.branches.map((line): Branch => {
    const edits = editsOf(broughtBy(line));
    return {
      id: line.id,
      isTrunk: false,
      isOpen: line.id === open,
      commonSeq: line.common?.seq ?? null,
      edits: edits.slice(0, mostEditsListed).map((edit) => ({ ...edit })),
      editsInAll: edits.length,
      settled: opening.care.settled.includes(line.id),
    };
  });
  const earliest = opening.branches.map(({ common }) => common).toSorted((a, b) => (a?.seq ?? 0) - (b?.seq ?? 0))[0];
  const path = trunkPath(opening.segments, opening.lineage.head);
  const own = earliest ? editsOf(transactionsAfter(path.stretches, path.root === earliest.head ? null : earliest.head)) : [];
  const trunk: Branch = {
    id: branchIdOf(opening.lineage.head),
    isTrunk: true,
    isOpen: !lines.some(({ isOpen }) => isOpen),
    commonSeq: earliest?.seq ?? null,
    edits: own.slice(0, mostEditsListed).map((edit) => ({ ...edit })),
    editsInAll: own.length,
    settled: false,
  };
  return [trunk, ...lines];
}
