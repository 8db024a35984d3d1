import type { FoundType } from './identify-container.ts';

/** A header that programs write; text that somebody typed with "From:" above it has none of these. */
const machineFields = ['mime-version', 'received', 'message-id', 'return-path', 'delivered-to', 'dkim-signature', 'x-mailer'];
const transportFields = ['received', 'return-path', 'delivered-to', 'message-id', 'to', 'cc', 'bcc'];

/** A mail, or a web page in the same form (MHTML: nobody sent it, and it holds its parts), by the fields at the beginning; null for anything else. */
export function identifyMessage(start: string): FoundType | null {
  const end = /\r?\n\r?\n/.exec(start)?.index ?? start.length;
  const lines = start.slice(0, end).split(/\r?\n/);
  // Every line is a field or goes on with one (RFC 5322 §2.2).
  if (!lines.every((line, at) => /^[!-9;-~]+:/.test(line) || (at > 0 && /^[ \t]/.test(line)))) return null;
  const names = new Set(lines.map((line) => (/^([!-9;-~]+):/.exec(line)?.[1] ?? '').toLowerCase()));
  if (!machineFields.some((name) => names.has(name))) return null;
  const holdsParts = /^content-type:\s*(multipart\/related|text\/html)/im.test(start.slice(0, end));
  if (holdsParts && !transportFields.some((name) => names.has(name))) return { mime: 'multipart/related', extensions: ['mht', 'mhtml'] };
  return names.has('from') || names.has('received') ? { mime: 'message/rfc822', extensions: ['eml', 'mht', 'mhtml', 'txt'] } : null;
}
