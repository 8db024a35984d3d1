import type { ExamineJob } from '#shared/contract/quarantine.ts';
import { type DecodedText, decodeText } from '../../encoding/decode-text.ts';

export function parseText(job: ExamineJob): DecodedText {
  return decodeText(job.bytes, { html: false, chosen: job.encoding });
}
