import { describe, expect, it } from 'vitest';
import type { BugReport } from '#main/caseprocess/dispatcher.ts';
import { newHostedCase, testSurroundings } from '#tests/harness/hosted-case.ts';
import { inTemporaryFolder } from '#tests/harness/stored-case.ts';

const canary = 'kanarienvogel';

describe('the way into an open case', () => {
  it('knows only the names of the contract, and commands from queries', () =>
    inTemporaryFolder(async (folder) => {
      const host = await newHostedCase(folder);
      for (const name of ['nope', 'toString', '__proto__', 'claims/list', '']) {
        expect(await host.dispatch('command', name, {})).toMatchObject({ ok: false, problem: { kind: 'invalid-input', where: 'name' } });
      }
      expect(await host.dispatch('query', 'claims/assert', {})).toMatchObject({ ok: false, problem: { kind: 'invalid-input' } });
      await host.close();
    }));

  it('names the field that is wrong, and never what stood there', () =>
    inTemporaryFolder(async (folder) => {
      const host = await newHostedCase(folder);
      const wrong: readonly (readonly [string, unknown, string])[] = [
        ['claims/assert', { text: '', asserter: { name: canary } }, 'text'],
        ['claims/assert', { text: canary, asserter: canary }, 'asserter'],
        ['claims/assert', { text: canary, asserter: { name: 'x' }, [canary]: 1 }, 'input'],
        ['claims/assert', { text: canary, asserter: { name: 'x' }, saidAt: canary }, 'saidAt'],
        ['claims/assert', { text: canary, asserter: { name: 'x' }, act: canary }, 'act'],
        ['claims/assert', { text: canary, asserter: { name: 'x' }, anchors: [{ evidenceId: canary }] }, 'anchors.0.evidenceId'],
        ['sources/add', { kind: 'article', title: 'x', url: `javascript:${canary}` }, 'url'],
        ['notes/write', canary, 'input'],
        ['notes/write', null, 'input'],
        ['evidence/take-in', { jobId: 'j', files: [{ from: canary }] }, 'files.0.from'],
      ];
      for (const [name, input, where] of wrong) {
        const reply = await host.dispatch('command', name, input);
        expect(reply).toMatchObject({ ok: false, problem: { kind: 'invalid-input', where } });
        expect(JSON.stringify(reply)).not.toContain(canary);
      }
      await host.close();
    }));

  it('answers a bug with a reference and reports where it arose, without a word of its message', () =>
    inTemporaryFolder(async (folder) => {
      const bugs: BugReport[] = [];
      const facts = testSurroundings().facts;
      let broken = false;
      const breaking = {
        ...facts,
        now: () => {
          if (broken) throw new RangeError(`secret ${canary}`);
          return facts.now();
        },
      };
      const host = await newHostedCase(folder, testSurroundings({ facts: breaking, reportBug: (bug) => bugs.push(bug) }));
      broken = true;
      const reply = await host.dispatch('command', 'notes/write', { text: canary });
      broken = false;
      expect(reply).toMatchObject({ ok: false, problem: { kind: 'internal' } });
      expect(bugs).toMatchObject([{ name: 'RangeError', reference: reply.ok || reply.problem.kind !== 'internal' ? '' : reply.problem.reference }]);
      expect(JSON.stringify([reply, bugs])).not.toContain(canary);
      expect((await host.command('notes/write', { text: 'works again' })).ok).toBe(true);
      await host.close();
    }));

  it('tells what changed by kind and id, and never by content', () =>
    inTemporaryFolder(async (folder) => {
      const host = await newHostedCase(folder);
      const events: unknown[] = [];
      const stop = host.onEvent((event) => events.push(event));
      const written = await host.command('notes/write', { text: canary });
      if (!written.ok) throw new Error('refused');
      await host.command('history/undo', {});
      stop();
      await host.command('notes/write', { text: canary });
      const change = { type: 'changed', collections: ['notes'], ids: [written.value.id] };
      expect(events).toEqual([change, change]);
      await host.close();
    }));

  it('answers that the case is locked once it is closed', () =>
    inTemporaryFolder(async (folder) => {
      const host = await newHostedCase(folder);
      await host.close();
      expect(await host.command('notes/write', { text: 'late' })).toEqual({ ok: false, problem: { kind: 'case-locked' } });
    }));
});
