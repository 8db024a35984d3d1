import { expect, it } from 'vitest';
import type { QuarantinePort } from '#main/usecases/ports/quarantine.ts';
import type { ExamineDraft } from '#shared/contract/quarantine.ts';
import { done } from '#shared/kernel/reply.ts';
import { answeringQuarantine, newHostedCase, takeInText, tell, testSurroundings } from '#tests/harness/hosted-case.ts';
import { good, inTemporaryFolder } from '#tests/harness/stored-case.ts';

const mail = 'Message-ID: <1@b.example>\nFrom: a@b.example\nSubject: Two files\n\nSee what is attached.\n';
const bytes = (text: string) => Uint8Array.from(Buffer.from(text));
const nothing: ExamineDraft = { text: null, pageHtml: null, picture: null, found: [], warnings: [] };

/** Tells attachments of a mail, and gives `attached` when they are asked for. */
const quarantineWith = (attached: ExamineDraft['attached']): QuarantinePort => ({
  examine: async (job) => {
    if (job.format !== 'mail') return answeringQuarantine.examine(job);
    if (job.attachments) return done(attached === undefined ? nothing : { ...nothing, attached });
    return done({ ...nothing, found: [{ field: 'attachment', value: 'a.txt (text/plain, 5 bytes)', where: 'attachment' }] });
  },
});

it('what is attached to a mail becomes evidence derived from it, each file by itself; one that is refused does not stop the others', () =>
  inTemporaryFolder(async (folder) => {
    const attached = [
      { name: 'a.txt', bytes: bytes('First') },
      { name: 'empty.txt', bytes: bytes('') },
      { name: '', bytes: bytes('Third') },
      { name: '../\u202Eagain.txt', bytes: bytes('First') },
    ];
    const host = await newHostedCase(folder, testSurroundings({ quarantine: quarantineWith(attached) }));
    const { id, sourceId } = await takeInText(host, 'two-files.eml', mail);
    const outcomes = await tell(host, 'evidence/take-out-attachments', { jobId: 'job', id });
    expect(outcomes.map(({ outcome, item }) => [outcome, item])).toEqual([
      ['taken-in', 1],
      ['refused', 2],
      ['taken-in', 3],
      ['already-there', 4],
    ]);
    const made = good(await host.query('evidence/derived', { id }));
    expect(made.map(({ name }) => name)).toEqual(['a.txt', 'attachment 3']);
    const first = good(await host.query('evidence/show', { id: made[0]?.id ?? '' }));
    expect(first).toMatchObject({ role: 'derivative', sourceId, derivedFrom: { evidenceId: id, transform: 'attached to the mail' } });
    expect(good(await host.query('evidence/text', { id: first.id })).text).toBe('First');
    await tell(host, 'history/undo', {});
    expect(good(await host.query('evidence/derived', { id })).map(({ name }) => name)).toEqual(['a.txt']);
    await host.close();
  }));

it('what is no mail has nothing to take out, and an answer without files is none', () =>
  inTemporaryFolder(async (folder) => {
    const host = await newHostedCase(folder, testSurroundings({ quarantine: quarantineWith(undefined) }));
    const text = await takeInText(host, 'a.txt', 'No mail at all.');
    const ask = (id: string) => host.command('evidence/take-out-attachments', { jobId: 'job', id });
    expect(await ask(text.id)).toEqual({ ok: false, problem: { kind: 'refused', rule: 'no-attachments' } });
    const taken = await takeInText(host, 'two-files.eml', mail);
    expect(await ask(taken.id)).toEqual({ ok: false, problem: { kind: 'quarantine-failed', reason: 'crashed' } });
    await host.close();
  }));
