import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RecordingSpan, spanMarginMs } from '#shared/domain/evidence/recording-span.ts';
import { namedWebm, noisyWav, samplesOf } from '#tests/fixtures/material/recordings.ts';
import { openQuarantineLab, type QuarantineLab } from '#tests/harness/quarantine-page.ts';

let lab: QuarantineLab;
beforeAll(async () => {
  lab = await openQuarantineLab();
}, 120_000);
afterAll(async () => {
  await lab.close();
  expect(lab.attempts).toEqual([]);
});

const span = (from: number, to: number, over: Partial<RecordingSpan> = {}): RecordingSpan => ({ from, to, sound: 'silence', picture: 'blank', ...over });
const redact = async (bytes: Uint8Array<ArrayBuffer>, spans: readonly RecordingSpan[], soundOnly = false) =>
  (await lab.examine({ format: 'recording', bytes, takeOut: { spans, soundOnly } })).recording;

describe('sound', () => {
  const rate = 8_000;
  const secret = 'Who speaks here is captive 1';

  test('is silent or a tone in its stretches, with a margin, and outside of them the same samples; what the file said of itself stays behind', async () => {
    const original = noisyWav(3, rate, secret);
    const before = samplesOf(original);
    const made = await redact(original, [span(500, 1_000), span(2_000, 2_200, { sound: 'tone' })]);
    expect(made).toMatchObject({ mime: 'audio/wav', lengthMs: 3_000 });
    const after = samplesOf(made?.bytes ?? new Uint8Array());
    expect(after).toHaveLength(before.length);
    const inside = (at: number, [from, to]: readonly [number, number]) =>
      at >= Math.floor(((from - spanMarginMs) / 1_000) * rate) && at < Math.ceil(((to + spanMarginMs) / 1_000) * rate);
    const wrong = [...after].flatMap((sample, at) => {
      if (inside(at, [500, 1_000])) return sample === 0 ? [] : [at];
      if (inside(at, [2_000, 2_200])) return Math.abs(sample - 4_096 * Math.sin((2 * Math.PI * 1_000 * at) / rate)) <= 1 ? [] : [at];
      return sample === before[at] ? [] : [at];
    });
    expect(wrong).toEqual([]);
    expect(Buffer.from(made?.bytes ?? []).includes(secret)).toBe(false);
    expect(Buffer.from(original).includes(secret)).toBe(true);
  });

  test('keeps nothing of a stretch in any byte: no eight samples in a row of the original are found anywhere', async () => {
    const original = noisyWav(1, rate, secret);
    const made = Buffer.from((await redact(original, [span(400, 600)]))?.bytes ?? []);
    const data = Buffer.from(original.buffer).subarray(-rate * 2);
    const at = (ms: number) => Math.round((ms / 1_000) * rate) * 2;
    for (let from = at(400); from < at(600); from += 16) expect(made.includes(data.subarray(from, from + 16))).toBe(false);
    expect(made.includes(data.subarray(at(100), at(100) + 16))).toBe(true);
  });

  test('without a stretch is made anew all the same', async () => {
    const original = noisyWav(1, rate, secret);
    const made = await redact(original, []);
    expect([...samplesOf(made?.bytes ?? new Uint8Array())]).toEqual([...samplesOf(original)]);
    expect(Buffer.from(made?.bytes ?? []).includes(secret)).toBe(false);
  });

  test('that is none is not made anew', async () => {
    expect(await redact(new TextEncoder().encode('RIFF of something else'), [])).toBeUndefined();
  });
});

describe('video', () => {
  /** The frame shown at each of these seconds, as the colours of some points; and how loud it is there. */
  const look = async (bytes: Uint8Array, seconds: readonly number[], points: readonly (readonly [number, number])[]) => {
    const page = await lab.browser.newPage();
    const seen = await page.evaluate(
      async ({ numbers, at, where }) => {
        const blob = new Blob([new Uint8Array(numbers)], { type: 'video/webm' });
        const video = Object.assign(document.createElement('video'), { src: URL.createObjectURL(blob), muted: true });
        const once = (name: string) => new Promise((resolve) => video.addEventListener(name, resolve, { once: true }));
        await once('loadeddata');
        const context = new OffscreenCanvas(video.videoWidth, video.videoHeight).getContext('2d');
        const frames: number[][][] = [];
        for (const second of at) {
          video.currentTime = second;
          await once('seeked');
          context?.drawImage(video, 0, 0);
          frames.push(where.map(([x = 0, y = 0]) => [...(context?.getImageData(x, y, 1, 1).data ?? [])].slice(0, 3)));
        }
        const sound = await new OfflineAudioContext(1, 48_000, 48_000).decodeAudioData(await blob.arrayBuffer());
        const data = sound.getChannelData(0);
        const loud = at.map((second) => Math.max(...data.slice(Math.floor(second * 48_000), Math.floor(second * 48_000) + 2_400).map(Math.abs)));
        return { frames, loud };
      },
      { numbers: [...bytes], at: seconds, where: points },
    );
    await page.close();
    return seen;
  };
  const isBlack = (colour: readonly number[] | undefined) => (colour ?? [255]).every((part) => part < 24);

  test('is black and silent in its stretches, or only a region of it is, and keeps nothing that its file said of itself', async () => {
    const page = await lab.browser.newPage();
    const original = await namedWebm(page, 'Recorded by A. Author at 51.7304, 36.1926');
    await page.close();
    expect(Buffer.from(original).includes('A. Author')).toBe(true);
    const made = await redact(original, [span(800, 1_000), span(2_000, 2_200, { sound: 'kept', picture: [{ x: 0, y: 0, w: 160, h: 180 }] })]);
    expect(made?.mime).toBe('video/webm');
    expect(Buffer.from(made?.bytes ?? []).includes('A. Author')).toBe(false);
    const { frames, loud } = await look(
      made?.bytes ?? new Uint8Array(),
      [0.4, 0.9, 1.5, 2.1],
      [
        [40, 90],
        [280, 90],
      ],
    );
    expect(frames.map((points) => points.map(isBlack))).toEqual([
      [false, false],
      [true, true],
      [false, false],
      [true, false],
    ]);
    expect(loud.map((height) => height > 0.02)).toEqual([true, false, true, true]);
  }, 60_000);

  test('can be left out, so that only its sound is kept', async () => {
    const page = await lab.browser.newPage();
    const original = await namedWebm(page, 'x');
    await page.close();
    expect((await redact(original, [span(800, 1_000)], true))?.mime).toBe('audio/wav');
  });
});
