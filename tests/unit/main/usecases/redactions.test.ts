import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CaseHost } from '#main/caseprocess/case-host.ts';
import type { QuarantinePort } from '#main/usecases/ports/quarantine.ts';
import { done, refused } from '#shared/kernel/reply.ts';
import { noisyWav, toneWav } from '#tests/fixtures/material/recordings.ts';
import { answeringQuarantine, newHostedCase, onePixelPng, takeInText, tell, testSurroundings } from '#tests/harness/hosted-case.ts';
import { good, inTemporaryFolder } from '#tests/harness/stored-case.ts';

const why = { jobId: 'job', reason: 'names a captive', legalBasis: 'Geneva III, 13' };
const preview = async (host: CaseHost, planId: string) => good(await host.query('dossiers/preview', { planId }));
const textOf = async (host: CaseHost, id: string) => good(await host.query('evidence/text', { id }));

async function withCase(work: (host: CaseHost, folder: string) => Promise<void>): Promise<void> {
  await inTemporaryFolder(async (folder) => {
    const host = await newHostedCase(folder);
    await work(host, folder);
    await host.close();
  });
}

describe('a redacted text', () => {
  it('is an item of its own: other bytes, what it is derived from, why, and a custody entry that does not name the original', () =>
    withCase(async (host) => {
      const { id, sha256 } = await takeInText(host, 'kang-chol.txt', 'Kang Chol saw it. KANG  CHOL said so to Kim.');
      await tell(host, 'entities/add', { kind: 'person', names: ['Kang Chol'], roleOnly: 'captive 1' });
      const made = await tell(host, 'evidence/redact-text', { ...why, id, passages: [{ start: 40, end: 43, role: 'a guard' }], people: true });
      expect(made.replaced).toBe(3);
      const copy = good(await host.query('evidence/show', { id: made.id }));
      expect(copy).toMatchObject({ role: 'derivative', atRisk: [], name: 'Redacted text', mime: 'text/plain;charset=utf-8', found: [] });
      expect(copy.derivedFrom).toMatchObject({ evidenceId: id, redaction: { sort: 'text', parts: 3, reason: why.reason, legalBasis: why.legalBasis } });
      expect(JSON.stringify(await textOf(host, made.id))).toContain('[captive 1] saw it. [captive 1] said so to [a guard].');
      const entries = good(await host.query('custody/list', { evidenceId: made.id }));
      expect(JSON.stringify(entries)).toContain('redacted');
      expect(JSON.stringify(entries)).not.toContain(sha256);
    }));

  it('is refused when there is nothing to take out, or a passage lies outside', () =>
    withCase(async (host) => {
      const { id } = await takeInText(host, 'a.txt', 'Nobody.');
      expect(await host.command('evidence/redact-text', { ...why, id, passages: [], people: true })).toMatchObject({ problem: { rule: 'nothing-to-redact' } });
      const outside = [{ start: 5, end: 50, role: 'x' }];
      expect(await host.command('evidence/redact-text', { ...why, id, passages: outside, people: false })).toMatchObject({ problem: { where: 'passages' } });
    }));
});

describe('faces', () => {
  it('are proposed from the original in the quarantine, those inside the picture only, and change nothing', () =>
    inTemporaryFolder(async (folder) => {
      const box = { x: 10, y: 10, w: 50, h: 50, score: 0.9 };
      const quarantine: QuarantinePort = {
        examine: async (job) =>
          job.faces
            ? done({ text: null, pageHtml: null, picture: null, found: [], warnings: [], faces: [box, { ...box, x: 380 }] })
            : answeringQuarantine.examine(job),
      };
      const host = await newHostedCase(folder, testSurroundings({ quarantine }));
      const [taken] = await tell(host, 'evidence/take-in', { jobId: 'job', files: [{ from: 'bytes', name: 'a face.png', bytes: onePixelPng }] });
      if (taken?.outcome !== 'taken-in') throw new Error('fixture');
      const before = JSON.stringify(good(await host.query('evidence/list', {})));
      expect(await tell(host, 'evidence/propose-faces', { id: taken.evidence.id })).toEqual({ faces: [box] });
      expect(JSON.stringify(good(await host.query('evidence/list', {})))).toBe(before);
      const text = await takeInText(host, 'a.txt', 'no picture');
      expect(await host.command('evidence/propose-faces', { id: text.id })).toMatchObject({ problem: { rule: 'no-picture' } });
      await host.close();
    }));
});

describe('a redacted picture', () => {
  it('goes through the quarantine with its regions, and what comes back is an item of its own', () =>
    withCase(async (host) => {
      const files = [{ from: 'bytes' as const, name: 'a face.png', bytes: onePixelPng }];
      const [taken] = await tell(host, 'evidence/take-in', { jobId: 'job', files });
      if (taken?.outcome !== 'taken-in') throw new Error('fixture');
      const region = { x: 10, y: 10, w: 50, h: 50 };
      const outside = await host.command('evidence/redact-picture', { ...why, id: taken.evidence.id, regions: [{ ...region, x: 380 }] });
      expect(outside).toMatchObject({ problem: { rule: 'region-outside-picture' } });
      // The quarantine of these tests answers the same pixel for every picture, which the case has already.
      const same = await host.command('evidence/redact-picture', { ...why, id: taken.evidence.id, regions: [region] });
      expect(same).toMatchObject({ problem: { rule: 'duplicate-evidence' } });
      const text = await takeInText(host, 'a.txt', 'no picture');
      expect(await host.command('evidence/redact-picture', { ...why, id: text.id, regions: [region] })).toMatchObject({ problem: { rule: 'no-picture' } });
    }));
});

describe('a redacted recording', () => {
  const nothing = { text: null, pageHtml: null, picture: null, found: [], warnings: [] };
  const span = { from: 500, to: 900, sound: 'silence' as const, picture: 'kept' as const };
  const withRecording = (examine: QuarantinePort['examine'], work: (host: CaseHost, id: string, folder: string) => Promise<void>) =>
    inTemporaryFolder(async (folder) => {
      const quarantine: QuarantinePort = { examine: (job, watch) => (job.takeOut ? examine(job, watch) : answeringQuarantine.examine(job)) };
      const host = await newHostedCase(folder, testSurroundings({ quarantine }));
      const files = [{ from: 'bytes' as const, name: 'Kang Chol speaks.wav', bytes: toneWav(2) }];
      const [taken] = await tell(host, 'evidence/take-in', { jobId: 'job', files });
      if (taken?.outcome !== 'taken-in') throw new Error('fixture');
      await work(host, taken.evidence.id, folder);
      await host.close();
    });

  it('is asked of the quarantine with its stretches, kept as an item of its own, leaves with a public dossier while the original does not, and can be undone', () =>
    withRecording(
      async (job) => done({ ...nothing, recording: { mime: 'audio/wav', bytes: noisyWav(1, 8_000, JSON.stringify(job.takeOut)), lengthMs: 1_000 } }),
      async (host, id, folder) => {
        await tell(host, 'evidence/mark-at-risk', { id, marks: ['captive'] });
        const made = await tell(host, 'evidence/redact-recording', { ...why, id, spans: [span] });
        const copy = good(await host.query('evidence/show', { id: made.id }));
        expect(copy).toMatchObject({ name: 'Redacted recording', mime: 'audio/wav', role: 'derivative', atRisk: [], found: [] });
        expect(copy.derivedFrom).toMatchObject({ evidenceId: id, redaction: { sort: 'recording', parts: 1, reason: why.reason } });
        const plan = await tell(host, 'dossiers/save-plan', { title: 'For all', statements: [{ text: 'It was heard.', citeIds: [id, made.id] }] });
        const path = join(folder, 'out');
        await tell(host, 'dossiers/export', { jobId: 'job', planId: plan.id, formats: ['html', 'markdown', 'bag'], to: { from: 'path', path } });
        const data = JSON.parse(readFileSync(join(path, 'dossier.json'), 'utf8'));
        const [exhibit] = data.exhibits;
        expect(exhibit.recording).toEqual({ copy: `exhibits/E000${exhibit.label.slice(1)}.wav`, copySha256: copy.sha256 });
        const written = readFileSync(join(path, exhibit.recording.copy));
        expect([written.length, written.includes(JSON.stringify({ spans: [span], soundOnly: false }))]).toEqual([copy.bytes, true]);
        expect(readdirSync(join(path, 'exhibits'))).toHaveLength(1);
        for (const file of ['dossier.html', 'dossier.json']) expect(readFileSync(join(path, file), 'utf8')).not.toMatch(/Kang|Chol/);
        expect(readFileSync(join(path, 'dossier.html'), 'utf8')).toContain('.wav in the folder exhibits of this package');
        await tell(host, 'dossiers/remove-plan', { id: plan.id });
        for (let step = 0; step < 3; step += 1) good(await host.command('history/undo', {}));
        expect(good(await host.query('evidence/list', {}))).toHaveLength(1);
      },
    ));

  it('is refused when it is none, when a stretch takes nothing out, and when the engine cannot decode it', () =>
    withRecording(
      async () => done(nothing),
      async (host, id) => {
        expect(await host.command('evidence/redact-recording', { ...why, id, spans: [span] })).toMatchObject({ problem: { rule: 'recording-unreadable' } });
        for (const wrong of [
          { ...span, to: 500 },
          { ...span, sound: 'kept' as const },
        ])
          expect(await host.command('evidence/redact-recording', { ...why, id, spans: [wrong] })).toMatchObject({ problem: { kind: 'invalid-input' } });
        const text = await takeInText(host, 'a.txt', 'no recording');
        expect(await host.command('evidence/redact-recording', { ...why, id: text.id, spans: [span] })).toMatchObject({ problem: { rule: 'no-recording' } });
      },
    ));

  it('tells how far it is, and leaves nothing behind when it is cancelled', () =>
    withRecording(
      async (_job, watch) => {
        watch?.step(40, 100);
        for (let turn = 0; turn < 200 && !watch?.cancelled(); turn += 1) await new Promise((resolve) => setTimeout(resolve, 10));
        return watch?.cancelled() ? refused({ kind: 'cancelled' }) : done(nothing);
      },
      async (host, id) => {
        const steps: string[] = [];
        host.onEvent((event) => steps.push(JSON.stringify(event)));
        const running = host.command('evidence/redact-recording', { ...why, id, spans: [span] });
        await new Promise((resolve) => setTimeout(resolve, 50));
        await host.command('jobs/cancel', { jobId: 'job' });
        expect(await running).toMatchObject({ problem: { kind: 'cancelled' } });
        expect(steps.join()).toContain('40');
        expect(good(await host.query('evidence/list', {}))).toHaveLength(1);
      },
    ));
});

describe('the gate of an export', () => {
  it('stops, then opens for a redacted copy, for leaving out, or for a reason, which custody keeps', () =>
    withCase(async (host, folder) => {
      const { id } = await takeInText(host, 'secret-name.txt', 'Kang Chol saw it.');
      await tell(host, 'evidence/mark-at-risk', { id, marks: ['captive'] });
      const plan = await tell(host, 'dossiers/save-plan', { title: 'For all', statements: [{ text: 'It was seen.', citeIds: [id] }] });
      const to = (name: string) => ({ jobId: 'job', planId: plan.id, formats: ['html'], to: { from: 'path' as const, path: join(folder, name) } });
      expect(await host.command('dossiers/export', to('stopped'))).toEqual({ ok: false, problem: { kind: 'at-risk', labels: ['E1'] } });
      expect((await preview(host, plan.id)).marked).toEqual([{ label: 'E1', id, name: 'secret-name.txt', marks: ['captive'], decision: 'open' }]);

      await tell(host, 'dossiers/override', { id: plan.id, evidenceId: id, reason: 'He asks for it.' });
      expect((await preview(host, plan.id)).marked[0]?.decision).toBe('let-out');
      expect(JSON.stringify(good(await host.query('custody/list', { evidenceId: id })))).toContain('He asks for it.');
      await tell(host, 'dossiers/override', { id: plan.id, evidenceId: id, reason: null });
      expect((await preview(host, plan.id)).marked[0]?.decision).toBe('open');

      await tell(host, 'evidence/redact-text', { ...why, id, passages: [{ start: 0, end: 9, role: 'captive 1' }], people: false });
      const shown = await preview(host, plan.id);
      expect(shown.withheld).toMatchObject([{ label: 'W1', shownAs: ['E2'] }]);
      const exported = await tell(host, 'dossiers/export', to('redacted'));
      expect(
        exported.files.map(({ path }) => path.slice(join(folder, 'redacted').length + 1).replaceAll('\\', '/')).filter((path) => !path.startsWith('custody/')),
      ).toEqual(expect.arrayContaining([...shown.files.filter((file) => file !== 'dossier.pdf')]));
      const data = readFileSync(join(folder, 'redacted', 'dossier.json'), 'utf8');
      for (const secret of ['secret-name', 'Kang Chol']) expect(data).not.toContain(secret);
      expect(JSON.parse(data)).toMatchObject({ withheld: [{ label: 'W1', commitment: expect.stringMatching(/^[0-9a-f]{64}$/) }] });
    }));

  it('knows a second reader, until the dossier says something else', () =>
    withCase(async (host, folder) => {
      const { id } = await takeInText(host, 'a.txt', 'It was seen.');
      await tell(host, 'case/edit', { analysts: ['A. Analyst', 'B. Reader'] });
      const statements = [{ text: 'It was seen.', citeIds: [id] }];
      const plan = await tell(host, 'dossiers/save-plan', { title: 'For all', statements });
      expect(await host.command('dossiers/sign-off', { id: plan.id, by: 'A. Analyst' })).toMatchObject({ problem: { rule: 'own-work' } });
      expect(await host.command('dossiers/sign-off', { id: plan.id, by: 'Nobody' })).toMatchObject({ problem: { rule: 'not-an-analyst' } });
      await tell(host, 'dossiers/sign-off', { id: plan.id, by: 'B. Reader' });
      expect((await preview(host, plan.id)).review).toMatchObject({ by: 'B. Reader', lapsed: false });
      const to = { from: 'path' as const, path: join(folder, 'read') };
      await tell(host, 'dossiers/export', { jobId: 'job', planId: plan.id, formats: ['html'], to });
      expect(JSON.parse(readFileSync(join(folder, 'read', 'dossier.json'), 'utf8'))).toMatchObject({ review: { by: 'B. Reader' } });
      await tell(host, 'dossiers/save-plan', { id: plan.id, title: 'For all, again' });
      expect((await preview(host, plan.id)).review).toMatchObject({ by: 'B. Reader', lapsed: true });
    }));
});
