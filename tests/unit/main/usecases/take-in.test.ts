import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { done, refused } from '#shared/kernel/reply.ts';
import { answeringQuarantine, newHostedCase, reopenHostedCase, takeInText, tell, testSurroundings } from '#tests/harness/hosted-case.ts';
import { good, inTemporaryFolder } from '#tests/harness/stored-case.ts';

describe('taking in evidence', () => {
  it('keeps the bytes, makes a source, reads the text and writes custody, and all of it is there after reopening', () =>
    inTemporaryFolder(async (folder) => {
      const host = await newHostedCase(folder);
      const item = await takeInText(host, 'article.txt', 'Two soldiers.\nWe need pressure.', {
        publisher: 'Le Monde',
        published: '2025-01-12',
        kind: 'article',
      });
      expect(item).toMatchObject({ kind: 'article', mime: 'text/plain', name: 'article.txt', role: 'evidentiary', takenInBy: 'A. Analyst' });
      expect(good(await host.close())).toBeNull();
      const again = await reopenHostedCase(folder);
      expect(good(await again.query('evidence/text', { id: item.id })).text).toBe('Two soldiers.\nWe need pressure.');
      expect(good(await again.query('sources/list', {}))).toMatchObject([
        { publisher: 'Le Monde', publishedAt: '2025-01-12', kind: 'article', evidence: 1, language: 'en' },
      ]);
      const custody = good(await again.query('custody/list', {}));
      expect(custody.entries).toMatchObject([{ action: 'imported', evidenceId: item.id, sha256After: item.sha256, actor: 'A. Analyst' }]);
      const original = good(await again.readForViewer(item.id, 'original', 4, 8));
      expect(new TextDecoder().decode(original.bytes)).toBe('soldiers');
      expect(original.total).toBe(item.bytes);
      await again.close();
    }));

  it('tells when the same bytes are there already, and stores nothing', () =>
    inTemporaryFolder(async (folder) => {
      const host = await newHostedCase(folder);
      const item = await takeInText(host, 'a.txt', 'same words');
      const [second] = await tell(host, 'evidence/take-in', { jobId: 'job', files: [{ from: 'text', name: 'b.txt', text: 'same words' }] });
      expect(second).toMatchObject({ outcome: 'already-there', evidence: { id: item.id } });
      expect(good(await host.query('case/overview', {})).counts).toMatchObject({ evidence: 1, sources: 1, custody: 1 });
      await host.close();
    }));

  it('goes on after files that are empty, missing, folders or unreadable, and says which they were', () =>
    inTemporaryFolder(async (folder) => {
      const host = await newHostedCase(folder);
      writeFileSync(join(folder, 'empty'), '');
      writeFileSync(join(folder, 'good.txt'), 'good');
      mkdirSync(join(folder, 'dir'));
      const files = ['empty', 'none', 'dir', 'good.txt'].map((name) => ({ from: 'path' as const, path: join(folder, name) }));
      const taken = await tell(host, 'evidence/take-in', { jobId: 'job', files });
      expect(taken).toMatchObject([
        { outcome: 'refused', item: 1, problem: { kind: 'empty-file', item: 1 } },
        { outcome: 'refused', item: 2, problem: { kind: 'unreadable-file', item: 2, reason: 'missing' } },
        { outcome: 'refused', item: 3, problem: { kind: 'unreadable-file', item: 3, reason: 'is-folder' } },
        { outcome: 'taken-in', item: 4 },
      ]);
      if (process.getuid?.() !== 0) {
        chmodSync(join(folder, 'good.txt'), 0);
        const [closed] = await tell(host, 'evidence/take-in', { jobId: 'job', files: [{ from: 'path', path: join(folder, 'good.txt') }] });
        expect(closed).toMatchObject({ outcome: 'refused', problem: { reason: 'no-permission' } });
      }
      await host.close();
    }));

  it('keeps a file that the quarantine fails on, unopened, with a warning', () =>
    inTemporaryFolder(async (folder) => {
      const crashing = { examine: async () => refused({ kind: 'quarantine-failed', reason: 'crashed' }) } as const;
      const host = await newHostedCase(folder, testSurroundings({ quarantine: crashing }));
      const item = await takeInText(host, 'bomb.txt', 'words');
      expect(item).toMatchObject({ text: null, page: null, picture: null, warnings: ['quarantine-refused'] });
      await host.close();
    }));

  it('does not believe a quarantine that answers another shape or a picture that is none', () =>
    inTemporaryFolder(async (folder) => {
      const lying = { examine: async () => done({ text: 7, pageHtml: null, picture: null, found: [], warnings: [] } as never) };
      const host = await newHostedCase(folder, testSurroundings({ quarantine: lying }));
      expect((await takeInText(host, 'a.txt', 'words')).warnings).toEqual(['quarantine-refused']);
      await host.close();
    }));

  it('does not examine what it cannot identify, and cleans names that hide something', () =>
    inTemporaryFolder(async (folder) => {
      const host = await newHostedCase(folder);
      const bytes = Uint8Array.from({ length: 500 }, (_, index) => (index * 37) % 256);
      const [taken] = await tell(host, 'evidence/take-in', { jobId: 'job', files: [{ from: 'bytes', name: '../x/ca\u202erd.raw', bytes }] });
      expect(taken).toMatchObject({ outcome: 'taken-in', evidence: { name: 'card.raw', kind: 'other', text: null, warnings: ['name-cleaned'] } });
      await host.close();
    }));

  it('stops between files when it is cancelled, and keeps what is in', () =>
    inTemporaryFolder(async (folder) => {
      const host = await newHostedCase(
        folder,
        testSurroundings({ quarantine: { examine: (job) => stopAt(job.bytes).then(() => answeringQuarantine.examine(job)) } }),
      );
      async function stopAt(bytes: Uint8Array): Promise<void> {
        if (new TextDecoder().decode(bytes) === 'two') await host.command('jobs/cancel', { jobId: 'job' });
      }
      const events: string[] = [];
      host.onEvent((event) => event.type === 'job' && event.state !== 'running' && events.push(event.state));
      const files = ['one', 'two', 'three'].map((text) => ({ from: 'text' as const, name: `${text}.txt`, text }));
      const taken = await tell(host, 'evidence/take-in', { jobId: 'job', files });
      expect(taken.map((each) => (each.outcome === 'refused' ? each.problem.kind : each.outcome))).toEqual(['taken-in', 'cancelled', 'cancelled']);
      expect(good(await host.query('case/overview', {})).counts.evidence).toBe(1);
      expect(events).toEqual(['cancelled']);
      await host.close();
    }));

  it('takes many small files and large ones between them in their order, the same bytes once, and goes on after one that is refused', () =>
    inTemporaryFolder(async (folder) => {
      const host = await newHostedCase(folder);
      const small = (number: number) => ({ from: 'text' as const, name: `${number}.txt`, text: `text ${number}` });
      const large = { from: 'bytes' as const, name: 'large.raw', bytes: new Uint8Array(9_000_000).fill(7) };
      const files = [...Array.from({ length: 70 }, (_, number) => small(number)), large, { ...small(80), text: '' }, small(3), small(81), large];
      const taken = await tell(host, 'evidence/take-in', { jobId: 'job', files });
      expect(taken.map(({ item }) => item)).toEqual(files.map((_, index) => index + 1));
      expect(taken.map((each) => (each.outcome === 'refused' ? each.problem.kind : each.outcome))).toEqual([
        ...Array.from({ length: 71 }, () => 'taken-in'),
        'empty-file',
        'already-there',
        'taken-in',
        'already-there',
      ]);
      const names = good(await host.query('evidence/list', {})).map(({ name }) => name);
      expect(names.toSorted()).toEqual([...Array.from({ length: 70 }, (_, number) => `${number}.txt`), 'large.raw', '81.txt'].toSorted());
      await host.close();
    }));

  it('belongs to a source that is there when asked to, and is refused one that is not', () =>
    inTemporaryFolder(async (folder) => {
      const host = await newHostedCase(folder);
      const { id } = await tell(host, 'sources/add', { kind: 'article', title: 'Article' });
      expect((await takeInText(host, 'a.txt', 'words', { sourceId: id })).sourceId).toBe(id);
      expect(good(await host.query('sources/list', {}))).toHaveLength(1);
      const stranger = await host.command('evidence/take-in', {
        jobId: 'j',
        files: [{ from: 'text', name: 'b', text: 'b' }],
        sourceId: '0194a000-0000-7000-8000-00000000ffff',
      });
      expect(stranger).toMatchObject({ ok: false, problem: { kind: 'not-found', what: 'source' } });
      await host.close();
    }));

  it('can be undone and redone, and custody tells both', () =>
    inTemporaryFolder(async (folder) => {
      const host = await newHostedCase(folder);
      const item = await takeInText(host, 'a.txt', 'words');
      await tell(host, 'history/undo', {});
      expect(good(await host.query('evidence/list', {}))).toEqual([]);
      await tell(host, 'history/redo', {});
      expect(good(await host.query('evidence/show', { id: item.id }))).toEqual(item);
      const custody = good(await host.query('custody/list', { evidenceId: item.id }));
      expect(custody.entries.map(({ action }) => action)).toEqual(['imported', 'removed', 'restored']);
      expect(good(await host.query('case/verify', { jobId: 'v' })).sound).toBe(true);
      await host.close();
    }));
});
