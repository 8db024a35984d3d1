import type { Importer } from '../importer.ts';
import { draftMail } from './draft.ts';
import { attachedIn, parseMail } from './parse.ts';

/** A mail as it was stored or sent (RFC 5322). Files attached to it are told, and given out when they are asked for. */
export const mailImporter: Importer = {
  name: 'mail',
  examine: async (job) =>
    job.attachments ? { text: null, pageHtml: null, picture: null, found: [], warnings: [], attached: attachedIn(job) } : draftMail(parseMail(job)),
};
