import { AudioSample } from 'mediabunny';
import { type RecordingSpan, spanMarginMs } from '#shared/domain/evidence/recording-span.ts';

/** A tone that is heard and hurts nobody: 1,000 Hz at an eighth of full scale. */
const toneHertz = 1_000;
const toneHeight = 4_096;

/**
 * The samples, 16 bits each, with the stretches set to zero or to a tone before anything is resampled or encoded. What lies before
 * the beginning of the recording, which a codec needs and no player plays, is left out.
 */
export async function* muteSamples(samples: AsyncIterable<AudioSample>, spans: readonly RecordingSpan[]): AsyncGenerator<AudioSample> {
  for await (const given of samples) {
    const sample = fromStart(given);
    if (sample === null) continue;
    const { sampleRate, numberOfChannels, timestamp } = sample;
    const data = new Int16Array(sample.numberOfFrames * numberOfChannels);
    sample.copyTo(data, { planeIndex: 0, format: 's16' });
    sample.close();
    muteRun(data, { channels: numberOfChannels, rate: sampleRate, first: Math.round(timestamp * sampleRate) }, spans);
    yield new AudioSample({ data, format: 's16', numberOfChannels, sampleRate, timestamp });
  }
}

/** `first` counts frames from the beginning of the recording. */
type Run = { readonly channels: number; readonly rate: number; readonly first: number };

function muteRun(data: Int16Array, { channels, rate, first }: Run, spans: readonly RecordingSpan[]): void {
  const frames = data.length / channels;
  for (const { from, to, sound } of spans) {
    if (sound === 'kept') continue;
    const begin = Math.max(0, Math.floor(((from - spanMarginMs) / 1_000) * rate) - first);
    const end = Math.min(frames, Math.ceil(((to + spanMarginMs) / 1_000) * rate) - first);
    if (end <= begin) continue;
    data.fill(0, begin * channels, end * channels);
    if (sound !== 'tone') continue;
    for (let at = begin; at < end; at += 1) {
      const height = Math.round(toneHeight * Math.sin((2 * Math.PI * toneHertz * (first + at)) / rate));
      data.fill(height, at * channels, (at + 1) * channels);
    }
  }
}

function fromStart(sample: AudioSample): AudioSample | null {
  if (sample.timestamp >= 0) return sample;
  const before = Math.ceil(-sample.timestamp * sample.sampleRate);
  const rest = before >= sample.numberOfFrames ? null : sample.trim(before);
  sample.close();
  rest?.setTimestamp(0);
  return rest;
}
