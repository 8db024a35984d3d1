import { done } from '#shared/kernel/reply.ts';
import { dossierWords } from '#shared/wording/english/views/dossier-words.ts';
import { branchOption } from '../../branch-option.ts';
import { asTyped, checkCommand, checkQuery } from '../../check-message.ts';
import { type Command, UsageError } from '../../command.ts';
import { printDone } from '../../print-done.ts';
import { printTable } from '../../print-table.ts';
import { readText } from '../../text-files.ts';
import { withCase } from '../../with-case.ts';

/** A plan is written as JSON, in the words of the contract: what the window's form fills in. */
export const savePlanOf: Command = {
  words: ['plan', 'save'],
  operands: 'CASE FILE',
  least: 2,
  most: 2,
  about: 'make or change a plan of a dossier from a JSON file: title, profile, template, statements, judgments, sections, claimIds, formats …',
  options: { plan: { takes: 'ID', about: 'the plan to change (else a new one)' } },
  perform: async (given, world) => {
    const text = await readText(given.operand(1), 'FILE');
    if (!text.ok) return text;
    const input = checkCommand('dossiers/save-plan', { ...parsed(text.value), ...(given.option('plan') && { id: given.option('plan') }) }, { id: '--plan' });
    return withCase(given, world, 'write', async (host) => {
      const saved = await host.command('dossiers/save-plan', input);
      return saved.ok ? done({ json: { ...saved.value, kind: 'dossier' }, lines: [saved.value.id] }) : saved;
    });
  },
};

function parsed(text: string): object {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  } catch {
    // Said below: what is wrong with it can hold words of the case.
  }
  throw new UsageError('FILE: one JSON object');
}

export const listPlansOf: Command = {
  words: ['plan', 'list'],
  operands: 'CASE',
  least: 1,
  most: 1,
  about: 'list the plans of dossiers that are kept in the case',
  options: branchOption,
  perform: (given, world) =>
    withCase(given, world, 'read', async (host) => {
      const plans = await host.query('dossiers/list', {});
      if (!plans.ok) return plans;
      const rows = plans.value.map(({ id, profile, claimIds, signOff, title }) => [
        id,
        profile,
        claimIds === null ? 'all' : String(claimIds.length),
        signOff?.by ?? '–',
        title,
      ]);
      return done({
        json: plans.value,
        lines: rows.length === 0 ? ['None.'] : printTable(['ID', 'PROFILE', 'CLAIMS', 'SIGNED OFF', 'TITLE'], rows, world.columns),
      });
    }),
};

export const removePlanOf: Command = {
  words: ['plan', 'remove'],
  operands: 'CASE ID',
  least: 2,
  most: 2,
  about: 'remove a plan of a dossier; what was exported by it stays where it is',
  options: {},
  perform: (given, world) => {
    const input = checkCommand('dossiers/remove-plan', { id: given.operand(1) }, { id: 'ID' });
    return withCase(given, world, 'write', async (host) => {
      return printDone(await host.command('dossiers/remove-plan', input), input.id, 'Removed.');
    });
  },
};

export const previewPlanOf: Command = {
  words: ['dossier', 'preview'],
  operands: 'CASE',
  least: 1,
  most: 1,
  about: 'tell what an export would write and hold back, and what stops it; nothing is written',
  options: { plan: { takes: 'ID', about: 'the plan (else every claim)' }, profile: { takes: 'P', about: 'for whom (else that of the plan, else public)' } },
  perform: (given, world) => {
    const input = checkQuery('dossiers/preview', { planId: given.option('plan'), profile: given.option('profile') }, { planId: '--plan' });
    return withCase(given, world, 'read', async (host) => {
      const preview = await host.query('dossiers/preview', input);
      if (!preview.ok) return preview;
      const { files, marked, unmarked, uncited, advice, exhibits, claims, withheld } = preview.value;
      const rows = [
        ...uncited.map(({ label, text }) => [label, 'cites nothing', text]),
        ...marked.map(({ label, decision, name }) => [label, decision, name]),
        ...unmarked.map(({ label, name }) => [label, 'nobody marked', name]),
        ...advice.map(({ label, rule, words }) => [label, rule, words]),
      ];
      const remarks = rows.length > 0 ? [...printTable(['NO.', 'WHAT', 'WORDS'], rows, world.columns), ''] : [];
      const summary = dossierWords.export.summary(exhibits.length, claims.length, withheld.length);
      return done({ json: preview.value, lines: [...files, '', ...remarks, summary] });
    });
  },
};

export const overrideGateOf: Command = {
  words: ['plan', 'let-out'],
  operands: 'CASE PLAN EVIDENCE',
  least: 3,
  most: 3,
  about: 'let a marked exhibit leave in the dossier of one plan, for a reason that stands in the custody log',
  options: { reason: { takes: 'T', about: 'why it may leave in spite of its marks' }, 'take-back': { takes: null, about: 'hold it back again' } },
  perform: (given, world) => {
    const takeBack = given.option('take-back') !== undefined;
    const reason = given.option('reason');
    if ((reason === undefined) !== takeBack) throw new UsageError('Give --reason T, or --take-back.');
    const stated = { id: given.operand(1), evidenceId: given.operand(2), reason: reason ?? null };
    const input = checkCommand('dossiers/override', stated, { id: 'PLAN', evidenceId: 'EVIDENCE' });
    return withCase(given, world, 'write', async (host) => {
      const noted = await host.command('dossiers/override', input);
      return noted.ok ? done({ json: stated, lines: [takeBack ? 'Held back again.' : 'Let out, and entered in the custody log.'] }) : noted;
    });
  },
};

export const signOffOf: Command = {
  words: ['plan', 'sign-off'],
  operands: 'CASE PLAN',
  least: 2,
  most: 2,
  about: 'note that a second analyst of the case has read what the plan gives now',
  options: { by: { takes: 'NAME', about: 'who has read it: an analyst of the case, not the one who works on it' } },
  perform: (given, world) => {
    const input = checkCommand('dossiers/sign-off', { id: given.operand(1), by: given.option('by') }, { id: 'PLAN' });
    return withCase(given, world, 'write', async (host) => {
      const signed = asTyped(await host.command('dossiers/sign-off', input), { by: '--by' });
      return signed.ok
        ? done({ json: { id: input.id, by: input.by, ...signed.value }, lines: [`Signed off. SHA-256 of what it says: ${signed.value.digest}`] })
        : signed;
    });
  },
};
