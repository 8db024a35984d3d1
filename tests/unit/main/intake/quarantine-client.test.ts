import { describe, expect, test } from 'vitest';
import { examinePatienceMs, longestExaminedBytes } from '#main/intake/limits.ts';
import { quarantineClient } from '#main/intake/quarantine-client.ts';
import { jobPieceBytes } from '#main/intake/serve-job.ts';
import type { ExamineJob, JobToPage } from '#shared/contract/quarantine.ts';

const job = (bytes = new Uint8Array([1])): ExamineJob => ({ format: 'text', mime: 'text/plain', bytes, url: null, encoding: null, companions: [] });
const draft = (text: string) => ({ text: { text, language: null, encoding: 'utf-8' }, pageHtml: null, picture: null, found: [], warnings: [] });
const failed = (reason: string) => ({ ok: false, problem: { kind: 'quarantine-failed', reason } });

/** The shell as the client sees it, and pages that say what the test lets them say. */
function shell() {
  const told: string[] = [];
  const client = quarantineClient({
    needPage: (call, patienceMs) => told.push(`need ${call} for ${patienceMs}`),
    pageDone: (call) => told.push(`done ${call}`),
  });
  const page = (call: number) => {
    const heard: JobToPage[] = [];
    let closed = false;
    let say: (message: unknown) => void = () => undefined;
    client.join(call, {
      postMessage: (message) => heard.push(message),
      on: (_event, listener) => {
        say = (data) => listener({ data });
      },
      start: () => undefined,
      close: () => {
        closed = true;
      },
    });
    return { heard, say: (message: unknown) => say(message), closed: () => closed };
  };
  return { told, client, page };
}

describe('a file that is examined', () => {
  test('goes to its page over their channel, and to the shell go numbers alone', async () => {
    const { told, client, page } = shell();
    const reply = client.examine(job());
    expect(told).toEqual([`need 1 for ${examinePatienceMs('text', 1)}`]);
    const one = page(1);
    one.say({ ask: 'job' });
    one.say({ ask: 'piece', from: 0 });
    expect(one.heard).toEqual([
      { job: { format: 'text', mime: 'text/plain', url: null, encoding: null, length: 1, companions: [], pieceBytes: jobPieceBytes } },
      { piece: new Uint8Array([1]) },
    ]);
    one.say({ answer: { ok: true, draft: draft('one') } });
    expect(await reply).toMatchObject({ ok: true, value: { text: { text: 'one' } } });
    expect([told.at(-1), one.closed()]).toEqual(['done 1', true]);
  });

  test('comes in pieces with its companions behind it, each a copy of its own', () => {
    const { client, page } = shell();
    const bytes = new Uint8Array(jobPieceBytes + 2).fill(1);
    void client.examine({ ...job(bytes), companions: [{ path: 'a.png', bytes: new Uint8Array([2, 3]) }] });
    const one = page(1);
    for (const from of [0, jobPieceBytes, jobPieceBytes + 4]) one.say({ ask: 'piece', from });
    const pieces = one.heard.flatMap((message) => ('piece' in message ? [message.piece] : []));
    expect(pieces.map((piece) => piece.length)).toEqual([jobPieceBytes, 4, 0]);
    expect([...(pieces[1] ?? [])]).toEqual([1, 1, 2, 3]);
    expect(pieces[0]?.buffer).not.toBe(bytes.buffer);
    expect(pieces[1]?.buffer.byteLength).toBe(4);
  });

  test('is answered for by its own page, whichever comes first', async () => {
    const { client, page } = shell();
    const replies = [client.examine(job()), client.examine(job())];
    const [one, two] = [page(1), page(2)];
    two.say({ answer: { ok: true, draft: draft('two') } });
    one.say({ answer: { ok: true, draft: draft('one') } });
    expect((await Promise.all(replies)).map((reply) => reply.ok && reply.value.text?.text)).toEqual(['one', 'two']);
  });

  test('is given up when the shell says that its page was killed or has crashed; what such a page said since is not heard', async () => {
    const { told, client, page } = shell();
    const [late, gone] = [client.examine(job()), client.examine(job())];
    const one = page(1);
    client.over(1, 'timeout');
    one.say({ answer: { ok: true, draft: draft('late') } });
    expect(await late).toEqual(failed('timeout'));
    client.over(2, 'crashed'); // before it came
    expect(await gone).toEqual(failed('crashed'));
    expect(page(2).closed()).toBe(true);
    expect(told.filter((what) => what.startsWith('done'))).toEqual([]);
  });

  test('is refused for a draft or an answer that is none, and a page that says something else is not heard', async () => {
    const { client, page } = shell();
    const wrong = [{ ok: true, draft: { text: 5 } }, { ok: true }, { ok: false, reason: 'no-engine' }, null, 'yes'];
    for (const [index, answer] of wrong.entries()) {
      const reply = client.examine(job());
      const one = page(index + 1);
      for (const noise of [null, 1, 'x', {}, { ask: 'piece', from: -1 }, { ask: 'piece', from: 0.5 }, { ask: 'piece', from: 'x' }, { ask: 'case' }])
        one.say(noise);
      expect(one.heard).toEqual([]);
      one.say({ answer });
      expect(await reply).toEqual(failed('crashed'));
    }
  });

  test('beyond the limit never reaches a page', async () => {
    const { told, client } = shell();
    const large = { ...job(), companions: [{ path: 'a', bytes: new Uint8Array(longestExaminedBytes) }] };
    expect(await client.examine(large)).toEqual(failed('crashed'));
    expect(told).toEqual([]);
  });
});

describe('a recording that is made anew', () => {
  const recording = (): ExamineJob => ({ ...job(), format: 'recording', takeOut: { spans: [], soundOnly: false } });

  test('may take long, tells how far it is in numbers that make sense, and nothing else is heard', async () => {
    const { told, client, page } = shell();
    const steps: string[] = [];
    void client.examine(recording(), { step: (done, total) => void steps.push(`${done}/${total}`), cancelled: () => false });
    expect(told).toEqual([`need 1 for ${examinePatienceMs('recording', 1)}`]);
    const one = page(1);
    for (const said of [
      { told: 3, of: 100 },
      { told: 'all', of: 100 },
      { told: 7, of: 3 },
      { told: -1, of: 3 },
      { told: 4, of: {} },
    ])
      one.say(said);
    expect(steps).toEqual(['3/100']);
    one.say({ answer: { ok: false } });
  });

  test('is ended, with its page, when somebody cancels', async () => {
    const { told, client, page } = shell();
    let cancelled = false;
    const reply = client.examine(recording(), { step: () => undefined, cancelled: () => cancelled });
    page(1);
    cancelled = true;
    expect(await reply).toEqual({ ok: false, problem: { kind: 'cancelled' } });
    expect(told.at(-1)).toBe('done 1');
  });

  test('of more than 256 MiB is not begun', async () => {
    const { told, client } = shell();
    const large = { ...recording(), bytes: Object.defineProperty(new Uint8Array(0), 'length', { value: 256 * 1024 * 1024 + 1 }) };
    expect(await client.examine(large)).toEqual(failed('crashed'));
    expect(told).toEqual([]);
  });
});
