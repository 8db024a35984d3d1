import type { Branch, BranchConflict, BranchEdit } from '#shared/contract/care.ts';
import { done } from '#shared/kernel/reply.ts';
import { branchWords as words } from '#shared/wording/english/care-words.ts';
import { editTerms } from '#shared/wording/english/edit-terms.ts';
import { checkCommand, checkQuery } from '../../check-message.ts';
import type { Command } from '../../command.ts';
import { printTable } from '../../print-table.ts';
import { jobId, withCase } from '../../with-case.ts';

const branchId = { branchId: 'BRANCH' };

export const listBranchesOf: Command = {
  words: ['branches', 'list'],
  operands: 'CASE',
  least: 1,
  most: 1,
  about: 'show what was written in two places at once: the trunk, which is worked on, and every branch beside it',
  options: {},
  perform: (given, world) =>
    withCase(given, world, 'read', async (host) => {
      const branches = await host.query('case/branches', {});
      if (!branches.ok) return branches;
      const rows = branches.value.map((branch) => [
        branch.id,
        whatIs(branch),
        branch.commonSeq === null ? '?' : String(branch.commonSeq),
        String(branch.editsInAll),
        whenOf(branch),
      ]);
      const lines =
        branches.value.length === 1 ? [words.none] : printTable(['BRANCH', '', 'PARTED AFTER EDIT', 'EDITS SINCE', 'FROM – TO'], rows, world.columns);
      const deep = branches.value.some(({ isTrunk, commonSeq }) => !isTrunk && commonSeq === null);
      return done({ json: branches.value, lines: deep ? [...lines, '', words.deep] : lines });
    }),
};

export const showBranch: Command = {
  words: ['branches', 'show'],
  operands: 'CASE BRANCH',
  least: 2,
  most: 2,
  about: 'show the edits of a branch, and which of them could be made on the trunk as they are. To look into it: list, show and search with --branch',
  options: {},
  perform: (given, world) => {
    const input = checkQuery('case/merge-plan', { branchId: given.operand(1) }, branchId);
    return withCase(given, world, 'read', async (host) => {
      const plan = await host.query('case/merge-plan', input);
      if (!plan.ok) return plan;
      const { applies, present, conflicts } = plan.value;
      const rows = [
        ...applies.map((edit) => [...cellsOf(edit), words.applies]),
        ...present.map((edit) => [...cellsOf(edit), words.present]),
        ...conflicts.map(({ edit, objects }) => [...cellsOf(edit), objects.map(({ id, reason }) => `${words.reasons[reason]}: ${id}`).join('; ')]),
      ].toSorted((a, b) => Number(a[0]) - Number(b[0]));
      return done({ json: plan.value, lines: printTable(['EDIT', 'AT', 'WRITER', 'WHAT', 'ON THE TRUNK'], rows, world.columns) });
    });
  },
};

export const mergeBranchOf: Command = {
  words: ['branches', 'merge'],
  operands: 'CASE BRANCH',
  least: 2,
  most: 2,
  about: 'make the edits of a branch again on the trunk, as new edits, where both do not contradict each other. Nothing is deleted',
  options: {
    take: { takes: 'ID', about: 'an object both have changed: the version of the branch wins', many: true },
    settle: { takes: null, about: 'the branch is needed no more: it is not told of again, and tidying up may remove its files' },
  },
  perform: (given, world) => {
    const input = checkCommand('case/merge-branch', { jobId, branchId: given.operand(1), take: [...given.options('take')] }, branchId);
    return withCase(given, world, 'write', async (host) => {
      const merged = await host.command('case/merge-branch', input);
      if (!merged.ok) return merged;
      const { applied, left, conflicts } = merged.value;
      const settled = given.option('settle') === undefined || left > 0 ? null : await host.command('case/settle-branch', { branchId: input.branchId });
      if (settled && !settled.ok) return settled;
      const lines = [
        words.merged(applied),
        ...(left > 0 ? [words.left(left)] : []),
        ...conflicts.map(conflictLine),
        ...(conflicts.length > 0 ? [words.decide] : []),
        settled ? words.settled : words.kept,
      ];
      return done({ json: { ...merged.value, settled: settled !== null }, lines, failed: left > 0 });
    });
  },
};

function conflictLine({ edit, objects }: BranchConflict): string {
  return `  ${cellsOf(edit).join('  ')}  ${objects.map(({ id, reason }) => `${words.reasons[reason]}: ${id}`).join('; ')}`;
}

function cellsOf({ seq, at, writer, label }: BranchEdit): readonly string[] {
  return [String(seq), at, writer, editTerms[label as keyof typeof editTerms] ?? label];
}

function whatIs({ isTrunk, settled }: Branch): string {
  return isTrunk ? words.trunk : settled ? words.settledBranch : words.branch;
}

function whenOf({ edits }: Branch): string {
  const [first, last] = [edits[0], edits.at(-1)];
  return first && last ? `${first.at} – ${last.at}` : '';
}
