import {
  ADTS,
  AudioSampleSink,
  AudioSampleSource,
  BufferSource,
  BufferTarget,
  FLAC,
  Input,
  type InputAudioTrack,
  type InputVideoTrack,
  MATROSKA,
  MP3,
  MP4,
  MPEG_TS,
  OGG,
  OggOutputFormat,
  Output,
  type OutputFormat,
  QTFF,
  VideoSampleSink,
  VideoSampleSource,
  WAVE,
  WavOutputFormat,
  WEBM,
  WebMOutputFormat,
} from 'mediabunny';
import type { RedactedRecording, TakeOut } from '#shared/contract/quarantine.ts';
import { coverFrames } from './cover-frames.ts';
import { muteSamples } from './mute-samples.ts';

/** Each holds all of itself; play lists, which name other files, are none of them. */
const formats = [MP4, QTFF, MATROSKA, WEBM, WAVE, OGG, MP3, ADTS, FLAC, MPEG_TS];
/** Bytes that a copy is planned to have at most; its answer may have a third more. */
const plannedBytes = 36 * 1024 * 1024;
const videoBits = 3_000_000;
const soundBits = 96_000;
const longestSide = 1_280;

export type TellProgress = (done: number, total: number) => void;

/**
 * A recording made anew: decoded, its stretches taken out of the samples and frames, encoded. Sound alone becomes WAV, whose samples outside the
 * stretches are those of the original as far as 16 bits hold them, or Opus where that would be too long; video becomes VP8 and Opus, no longer than 1,280 pixels.
 * Only its first picture and sound go through: titles, places, subtitles, covers and further tracks stay behind. Null when this engine cannot decode it.
 */
export async function redactRecording(bytes: Uint8Array<ArrayBuffer>, { spans, soundOnly }: TakeOut, tell: TellProgress): Promise<RedactedRecording | null> {
  using input = new Input({ source: new BufferSource(bytes), formats });
  if (!(await input.canRead())) return null;
  const [video, sound] = await Promise.all([soundOnly ? null : input.getPrimaryVideoTrack(), input.getPrimaryAudioTrack()]);
  if ((video ?? sound) === null) return null;
  for (const track of [video, sound]) if (track !== null && !(await track.canDecode())) return null;
  const seconds = await input.computeDuration();
  const { output, mime, wav } = await planOutput(video, sound, seconds);
  const told = progress(seconds, tell);
  const work: (() => Promise<void>)[] = [];
  if (sound !== null) {
    const plan = { codec: wav ? ('pcm-s16' as const) : ('opus' as const), ...(!wav && opusOf(seconds)) };
    const source = new AudioSampleSource(plan);
    output.addAudioTrack(source);
    work.push(async () => {
      for await (const sample of muteSamples(new AudioSampleSink(sound).samples(), spans)) {
        await source.add(sample);
        if (video === null) told(sample.timestamp);
        sample.close();
      }
      source.close();
    });
  }
  if (video !== null) {
    const size = await sizeOf(video);
    const bitrate = Math.min(videoBits, Math.floor((plannedBytes * 8) / Math.max(1, seconds)));
    const source = new VideoSampleSource({ codec: 'vp8', bitrate, keyFrameInterval: 5, alpha: 'discard' });
    output.addVideoTrack(source);
    work.push(async () => {
      for await (const frame of coverFrames(new VideoSampleSink(video).samples(), spans, size)) {
        await source.add(frame);
        told(frame.timestamp);
        frame.close();
      }
      source.close();
    });
  }
  await output.start();
  await Promise.all(work.map((part) => part()));
  await output.finalize();
  const made = output.target.buffer;
  return made === null ? null : { mime, bytes: new Uint8Array(made), lengthMs: Math.round(seconds * 1_000) };
}

async function planOutput(video: InputVideoTrack | null, sound: InputAudioTrack | null, seconds: number) {
  const of = (format: OutputFormat) => new Output({ format, target: new BufferTarget() });
  if (video !== null || sound === null) return { output: of(new WebMOutputFormat()), mime: 'video/webm' as const, wav: false };
  const wav = seconds * (await sound.getSampleRate()) * (await sound.getNumberOfChannels()) * 2 <= plannedBytes;
  return wav ? { output: of(new WavOutputFormat()), mime: 'audio/wav' as const, wav } : { output: of(new OggOutputFormat()), mime: 'audio/ogg' as const, wav };
}

function opusOf(seconds: number) {
  const bitrate = Math.max(16_000, Math.min(soundBits, Math.floor((plannedBytes * 8) / Math.max(1, seconds))));
  return { bitrate, transform: { sampleRate: 48_000, numberOfChannels: 2 } };
}

/** Even numbers, as VP8's planes want them; `scale` from pixels as shown. */
async function sizeOf(video: InputVideoTrack) {
  const [shownWidth, shownHeight] = await Promise.all([video.getDisplayWidth(), video.getDisplayHeight()]);
  const scale = Math.min(1, longestSide / Math.max(shownWidth, shownHeight));
  const even = (pixels: number) => Math.max(2, Math.round((pixels * scale) / 2) * 2);
  return { width: even(shownWidth), height: even(shownHeight), scaleX: even(shownWidth) / shownWidth, scaleY: even(shownHeight) / shownHeight };
}

/** Tells whole hundredths, each once. */
function progress(seconds: number, tell: TellProgress): (at: number) => void {
  let last = 0;
  return (at) => {
    const now = Math.min(99, Math.floor((at / Math.max(0.001, seconds)) * 100));
    if (now <= last) return;
    last = now;
    tell(now, 100);
  };
}
