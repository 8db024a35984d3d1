import type { Importer } from '../importer.ts';
import { draftMail } from './draft.ts';
import { parseMail } from './parse.ts';

/** A mail as it was stored or sent (RFC 5322). Files attached to it are told and stay inside. */
export const mailImporter: Importer = { name: 'mail', examine: async (job) => draftMail(parseMail(job)) };
