import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CaseHost } from '#main/caseprocess/case-host.ts';
import { type CommandName, commands } from '#shared/contract/contract.ts';
import { findings } from '#shared/domain/claim/claim.ts';
import { atRiskMarks } from '#shared/domain/evidence/at-risk.ts';
import { linkTypes } from '#shared/domain/link/link.ts';
import { credibilityGrades, reliabilityGrades } from '#shared/domain/rating/admiralty.ts';
import type { ObjectId } from '#shared/kernel/ids.ts';
import { newHostedCase, reopenHostedCase, takeInText } from '#tests/harness/hosted-case.ts';
import { good, inTemporaryFolder } from '#tests/harness/stored-case.ts';

/** One random edit: which of the edits below, and numbers that pick its objects and words. Refused edits are part of the life of a case. */
type Pick = { readonly edit: number; readonly a: number; readonly b: number; readonly word: string };

async function perform(host: CaseHost, { edit, a, b, word }: Pick): Promise<boolean> {
  const labels = good(await host.query('objects/find', { match: '', limit: 500 })).toSorted((left, right) => (left.id < right.id ? -1 : 1));
  const any = (kind: string, index: number) => {
    const fitting = labels.filter((label) => kind === 'any' || label.kind === kind);
    return fitting[index % Math.max(1, fitting.length)]?.id ?? labels[0]?.id ?? '';
  };
  const choose = <T>(from: readonly T[], index: number): T => from[index % from.length] as T;
  const changePlace = async (id: string, label: string | null) => {
    const item = await host.query('evidence/show', { id });
    const placeId = (item.ok && item.value.places?.[0]?.id) || id;
    return label === null ? host.command('evidence/unmark-place', { id, placeId }) : host.command('evidence/edit-place', { id, placeId, label });
  };
  const onSaved = async <T>(edit: (id: ObjectId) => Promise<T>) => edit(good(await host.query('search/saved', {}))[0]?.id ?? (any('claim', a) as ObjectId));
  const onWatched = async <T>(edit: (id: ObjectId) => Promise<T>) => edit(good(await host.query('watch/list', {}))[0]?.id ?? (any('claim', a) as ObjectId));
  const edits: readonly (() => Promise<{ readonly ok: boolean }>)[] = [
    () =>
      host.command('claims/assert', {
        text: word,
        asserter: { name: `speaker ${a % 4}` },
        via: [{ name: `relay ${b % 3}` }],
        anchors: [{ evidenceId: any('evidence', a) }],
      }),
    () => host.command('claims/edit', { id: any('claim', a), text: word, asserter: { name: `speaker ${b % 5}` } }),
    () => host.command('claims/rate', { id: any('claim', a), credibility: choose(credibilityGrades, b), finding: choose(findings, a) }),
    () => host.command('claims/remove', { id: any('claim', a) }),
    () =>
      host.command('claims/edit-many', {
        ids: [any('claim', a), any('claim', b)] as ObjectId[],
        finding: choose(findings, b),
        asserter: { name: `speaker ${b % 5}` },
      }),
    () => host.command('claims/split', { id: any('claim', a), texts: [word, `${word} too`] }),
    () => host.command('claims/keep-filter', { title: word, conditions: { finding: choose(findings, a) }, grouping: 'month' }),
    () => host.command('search/save', { title: `${word} ${a % 3}`, query: word }),
    () => onSaved((id) => host.command('search/rename', { id, title: `${word} ${b}` })),
    () => onSaved((id) => host.command('search/remove', { id })),
    () => host.command('watch/add', { term: `${word} ${a % 3}`, reason: b % 2 === 0 ? null : word }),
    () => onWatched((id) => host.command('watch/edit', { id, term: `${word} ${b}` })),
    () => onWatched((id) => host.command('watch/remove', { id })),
    () => host.command('links/draw', { fromId: any('any', a), toId: any('any', b), type: choose(linkTypes, a + b), rationale: word }),
    () => host.command('links/edit', { id: any('link', a), rationale: word }),
    () => host.command('links/remove', { id: any('link', a) }),
    () => host.command('notes/write', { text: word, aboutIds: [any('any', a)] }),
    () => host.command('notes/revise', { id: any('note', a), text: word }),
    () => host.command('notes/remove', { id: any('note', a) }),
    () => host.command('sources/add', { kind: 'article', title: word }),
    () => host.command('sources/edit', { id: any('source', a), originId: any('source', b) }),
    () => host.command('sources/rate', { id: any('source', a), reliability: choose(reliabilityGrades, b) }),
    () => host.command('evidence/take-in', { jobId: 'job', files: [{ from: 'text', name: 'a.txt', text: `${word} ${b}` }] }),
    () => host.command('evidence/mark-at-risk', { id: any('evidence', a), marks: [choose(atRiskMarks, b)] }),
    () => host.command('evidence/remove', { id: any('evidence', a), reason: 'a mistake' }),
    () => host.command('evidence/mark-place', { anchor: { evidenceId: any('evidence', a), quote: 'w' }, label: word }),
    () =>
      host.command('evidence/derive', {
        jobId: 'job',
        fromId: any('evidence', a),
        transform: word,
        file: { from: 'text', name: 'b.txt', text: `${word} ${b} cut` },
      }),
    () => host.command('evidence/translate', { id: any('evidence', a), language: 'en', translator: word, lines: [`${word} ${b}`] }),
    () => changePlace(any('evidence', a), b % 2 === 0 ? null : word),
    () => host.command('entities/add', { kind: 'person', names: [word] }),
    () => host.command('entities/edit', { id: any('entity', a), names: [word, `${word} 2`], roleOnly: 'captive 1' }),
    () => host.command('dossiers/save-plan', { title: word, statements: [{ text: word, citeIds: [any('claim', a)] }] }),
    () => host.command('entities/merge', { keptId: any('entity', a) as ObjectId, goneId: any('entity', b) as ObjectId }),
    () => host.command('entities/place', { id: any('entity', a) as ObjectId, place: { coordinates: '51.7304, 36.1926', precision: 'vicinity' } }),
    async () => {
      const [board] = good(await host.query('boards/list', {}));
      return host.command('boards/remove', { id: board?.id ?? (any('claim', a) as ObjectId) });
    },
    async () => {
      const [filter] = good(await host.query('claims/filters', {}));
      return host.command('claims/remove-filter', { id: filter?.id ?? (any('claim', a) as ObjectId) });
    },
    () => host.command('dossiers/remove-plan', { id: any('dossier', a) as ObjectId }),
    () =>
      host.command('dossiers/override', { id: any('dossier', a) as ObjectId, evidenceId: any('evidence', b) as ObjectId, reason: b % 3 === 0 ? null : word }),
    () => host.command('dossiers/sign-off', { id: any('dossier', a) as ObjectId, by: choose(['A. N.', 'B. N.'], b) }),
    () => host.command('evidence/edit', { id: any('evidence', a) as ObjectId, name: word, sourceId: any('source', b) as ObjectId }),
    () =>
      host.command('evidence/redact-text', {
        jobId: 'job',
        id: any('evidence', a) as ObjectId,
        passages: [{ start: 0, end: 1 + (b % 3), role: 'somebody' }],
        people: true,
        reason: word,
      }),
    () => host.command('boards/save', { title: word, ids: [any('any', a) as ObjectId], places: [{ id: any('any', a) as ObjectId, x: b, y: a, pinned: true }] }),
    () => host.command('case/edit', { purpose: word, ...(b % 2 === 0 && { analysts: ['A. N.', 'B. N.'] }) }),
  ];
  return (await choose(edits, edit)()).ok;
}

/** The whole record as queries tell it, without custody, which only grows. */
async function told(host: CaseHost): Promise<unknown> {
  const overview = good(await host.query('case/overview', {}));
  const lists = await Promise.all([
    host.query('sources/list', {}),
    host.query('evidence/list', {}),
    host.query('claims/list', {}),
    host.query('links/list', {}),
    host.query('notes/list', {}),
    host.query('entities/list', {}),
    host.query('dossiers/list', {}),
    host.query('boards/list', {}),
    host.query('claims/filters', {}),
    host.query('search/saved', {}),
    host.query('watch/list', {}),
  ]);
  const byId = (left: { id: string }, right: { id: string }) => (left.id < right.id ? -1 : 1);
  return { title: overview.title, purpose: overview.purpose, lists: lists.map((list) => good<readonly { readonly id: string }[]>(list).toSorted(byId)) };
}

const pick = fc.record({
  edit: fc.nat(),
  a: fc.nat(),
  b: fc.nat(),
  word: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).map((word) => `w${word}w`),
});

/** Commands that are no edit of the record, or need what this case has not; the specs of their topics undo those that can be undone. */
const elsewhere: { readonly [C in CommandName]?: string } = {
  'history/undo': 'done to every state below',
  'history/redo': 'done to every state below',
  'jobs/cancel': 'changes nothing',
  'case/merge-branch': 'edits of another line, one by one, each an edit of the list above',
  'case/settle-branch': 'files, not the record',
  'case/acknowledge': 'what was found at opening, not the record',
  'case/backup': 'custody alone, which only grows',
  'case/compact': 'custody alone, which only grows',
  'boards/export': 'custody alone, which only grows',
  'dossiers/export': 'custody alone, which only grows',
  'evidence/export': 'custody alone, which only grows',
  'dossiers/hand-over': 'custody alone, which only grows',
  'evidence/record-viewing': 'custody alone, which only grows',
  'custody/sign': 'custody alone, which only grows',
  'custody/cosign': 'custody alone, which only grows',
  'custody/add-signature': 'custody alone, which only grows',
  'custody/export': 'custody alone, which only grows',
  'evidence/draw-pages': 'pictures of a document, kept and no edit',
  'evidence/propose-faces': 'changes nothing',
  'evidence/take-out-attachments': 'needs a mail and the quarantine; the same edits as of files that are derived',
  'evidence/redact-recording': 'needs a recording and the quarantine; the same edit as of a text',
  'evidence/redact-picture': 'needs a picture and the quarantine; the same edit as of a text',
};

it('every command of the contract is one of the edits, or it is said why not', () => {
  // As the compiler left them: its quotes may be others than ours.
  const tried = new Set([...perform.toString().matchAll(/["'`]([a-z]+\/[a-z-]+)["'`]/g)].map(([, name]) => name));
  const missing = Object.keys(commands).filter((name) => !tried.has(name) && elsewhere[name as CommandName] === undefined);
  expect(missing).toEqual([]);
  expect(Object.keys(elsewhere).filter((name) => tried.has(name))).toEqual([]);
});

describe('undo and redo', () => {
  it(
    'bring back every state of any sequence of edits, and the case reopens as it was',
    () =>
      fc.assert(
        fc.asyncProperty(fc.array(pick, { minLength: 5, maxLength: 25 }), (picks) =>
          inTemporaryFolder(async (folder) => {
            const host = await newHostedCase(folder);
            await takeInText(host, 'first.txt', 'first words');
            const states = [await told(host)];
            for (const each of picks) {
              const before = good(await host.query('history/list', {})).undo.length;
              await perform(host, each);
              if (good(await host.query('history/list', {})).undo.length > before) states.push(await told(host));
            }
            for (const state of states.slice(0, -1).reverse()) {
              good(await host.command('history/undo', {}));
              expect(await told(host)).toEqual(state);
            }
            for (const state of states.slice(1)) {
              good(await host.command('history/redo', {}));
              expect(await told(host)).toEqual(state);
            }
            expect(good(await host.query('case/verify', { jobId: 'v' })).sound).toBe(true);
            await host.close();
            const again = await reopenHostedCase(folder);
            expect(await told(again)).toEqual(states.at(-1));
            expect(good(await again.query('history/list', {}))).toEqual({ undo: [], redo: [] });
            await again.close();
          }),
        ),
        { numRuns: 5 },
      ),
    240_000,
  );

  it('refuse when there is nothing to take back', () =>
    inTemporaryFolder(async (folder) => {
      const host = await newHostedCase(folder);
      expect(await host.command('history/undo', {})).toEqual({ ok: false, problem: { kind: 'refused', rule: 'nothing-to-undo' } });
      expect(await host.command('history/redo', {})).toEqual({ ok: false, problem: { kind: 'refused', rule: 'nothing-to-redo' } });
      await host.close();
    }));
});
