import type { Importer } from '../importer.ts';

/** Sound and video, only to be made anew without what is to be taken out: at intake they are kept unopened. The code for it is large and loads when asked. */
export const recordingImporter: Importer = {
  name: 'recording',
  examine: async (job, tell) => {
    const { redactRecording } = await import('../../recordings/redact-recording.ts');
    const recording = await redactRecording(new Uint8Array(job.bytes), job.takeOut ?? { spans: [], soundOnly: false }, tell);
    return { text: null, pageHtml: null, picture: null, found: [], warnings: [], ...(recording && { recording }) };
  },
};
