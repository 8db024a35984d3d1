import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type CaseHost, hostCase } from '#main/caseprocess/case-host.ts';
import { laneSorts } from '#shared/contract/timeline.ts';
import { idsOf } from '#shared/domain/case/objects-of.ts';
import type { ObjectId } from '#shared/kernel/ids.ts';
import type { Reply } from '#shared/kernel/reply.ts';
import { makeCaseOn, openOn } from '#tests/harness/crash-session.ts';
import { takeInText, testSurroundings } from '#tests/harness/hosted-case.ts';
import { recordingDisk } from '#tests/harness/recording-file-system.ts';
import { countingFacts, good } from '#tests/harness/stored-case.ts';

const days = ['2024-03-01', '2024-03-01?', '2024-03', '2024-03/2024-09', '../2024-05', '2024-09-01', '2025-06-01', '2025-06-01~', '2031', null] as const;
const dayOf = (number: number) => days[number % days.length] ?? null;
const names = ['AFP', 'Moscow', 'Kyiv'] as const;
const nameOf = (number: number) => names[number % names.length] ?? '';
const spans = [undefined, { from: Date.parse('2024-02-01'), to: Date.parse('2025-06-01') }] as const;

/** One of those that the case has, if it has any. */
type Any = (collection: 'claims' | 'entities' | 'sources' | 'evidence', number: number) => ObjectId | undefined;
type Does = (host: CaseHost, any: Any, a: number, b: number, c: number) => Promise<Reply<unknown>> | undefined;
/** What a person does. What is refused, such as removing what others rest on, changes nothing. */
const does: readonly Does[] = [
  (host, any, a, b, c) => {
    const evidenceId = any('evidence', c);
    const anchors = evidenceId && c % 3 > 0 ? [{ evidenceId }] : [];
    return host.command('claims/assert', { text: `claim ${a}`, asserter: { name: nameOf(c) }, saidAt: dayOf(a), eventAt: dayOf(b), anchors });
  },
  (host, any, a, b, c) => onOne(any('claims', a), (id) => host.command('claims/edit', { id, saidAt: dayOf(b), ...(c % 2 === 0 ? { eventAt: dayOf(c) } : {}) })),
  (host, any, a, b) => onOne(any('claims', a), (id) => host.command('claims/edit', { id, text: `edited ${b}` })),
  (host, any, a, b) => onOne(any('claims', a), (id) => host.command('claims/edit', { id, asserter: { name: nameOf(b) } })),
  (host, any, a, b) => {
    const ids = [any('claims', a), any('claims', b), any('claims', a + 1)].flatMap((id) => id ?? []);
    return ids.length === 0 ? undefined : host.command('claims/edit-many', { ids: [...new Set(ids)], saidAt: dayOf(b) });
  },
  (host, any, a, b) => {
    const [fromId, toId] = [any('claims', a), any('claims', b)];
    return fromId && toId ? host.command('links/draw', { fromId, type: 'contradicts', toId }) : undefined;
  },
  (host, any, a) => onOne(any('claims', a), (id) => host.command('claims/remove', { id })),
  (host, any, a, b) => onOne(any('entities', a), (id) => host.command('entities/edit', { id, names: [nameOf(b)] })),
  (host, any, a, b) => {
    const [keptId, goneId] = [any('entities', a), any('entities', b)];
    return keptId && goneId ? host.command('entities/merge', { keptId, goneId }) : undefined;
  },
  (host, _any, a, b) => host.command('sources/add', { kind: 'article', title: `Article ${a % 3}`, publisher: nameOf(b), publishedAt: dayOf(a) }),
  (host, any, a, b, c) =>
    onOne(any('sources', a), (id) => host.command('sources/edit', { id, title: `Article ${b % 3}`, publisher: nameOf(c), publishedAt: dayOf(c) })),
  (host, any, a, b) => {
    const [id, sourceId] = [any('evidence', a), any('sources', b)];
    return id && sourceId ? host.command('evidence/edit', { id, sourceId }) : undefined;
  },
  (host, any, a) => onOne(any('evidence', a), (id) => host.command('evidence/remove', { id, reason: 'asked for' })),
  (host) => host.command('history/undo', {}),
  (host) => host.command('history/redo', {}),
];
const onOne = (id: ObjectId | undefined, act: (id: ObjectId) => Promise<Reply<unknown>>) => (id === undefined ? undefined : act(id));
const step = fc.tuple(fc.nat(does.length - 1), fc.nat(40), fc.nat(40), fc.nat(40));

/** Every look at the timeline. Of one span at a time: lanes are laid out anew for another. */
async function charts(host: CaseHost, span: (typeof spans)[number]): Promise<readonly unknown[]> {
  const list = good(await host.query('timeline/list', {}));
  const answers: unknown[] = [list];
  const chosen = list[0]?.key ?? 'said:nothing';
  for (const lanesBy of laneSorts)
    for (const view of [
      { from: 0, to: 400 },
      { from: 60, to: 90 },
    ])
      answers.push(good(await host.query('timeline/chart', { lanesBy, width: 900, view, chosen, ...(span ? { span } : {}) })));
  return answers;
}

it('whatever is edited in whatever order, the chart that is kept up is the one made from nothing', async () => {
  const facts = countingFacts();
  const around = testSurroundings({ facts });
  const empty = recordingDisk();
  const caseKey = await makeCaseOn(empty.fileSystem, facts, []);
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 30 }), fc.nat(1), async (steps, most) => {
      const openCase = good(await openOn(recordingDisk(empty.content()).fileSystem, caseKey, facts)).open;
      const any: Any = (collection, number) => {
        const ids = idsOf(openCase.heads()[collection]);
        return ids[number % Math.max(1, ids.length)] as ObjectId | undefined;
      };
      const host = hostCase(openCase, around);
      for (const name of ['a.txt', 'b.txt']) await takeInText(host, name, `words of ${name}`, { title: name, publisher: 'AFP', published: '2025-01-12' });
      for (const [number, day] of days.entries()) await does[0]?.(host, any, number, number + 3, day?.length ?? 0);
      for (const [at, [kind, ...numbers]] of steps.entries()) {
        const span = spans[at % 8 === 7 ? 1 - most : most];
        // Some edits come while a chart is drawn, some several at a time.
        const asked = at % 3 === 0 ? charts(host, span) : null;
        await does[kind]?.(host, any, ...numbers);
        await asked;
        if (at % 2 === 0) expect(await charts(host, span)).toEqual(await charts(hostCase(openCase, around), span));
      }
      expect(await charts(host, spans[most])).toEqual(await charts(hostCase(openCase, around), spans[most]));
      good(await host.close());
    }),
    { numRuns: 60 },
  );
});
