import { pageStyle } from './page-style.ts';

/**
 * The document's own policy, beside the one of the response that serves it and the sandbox of its frame: a page that gets out of
 * its frame (saved to disk, opened elsewhere) still runs and loads nothing. The digest admits our style and no other.
 */
export const styleDigest = 'sha256-TdFHlEHHSCrmVFWldl5g4y8nPmWjDAO/um8dypqrKN0=';
const policy = `default-src 'none'; img-src data:; style-src '${styleDigest}'; base-uri 'none'; form-action 'none'`;

export type PageParts = { readonly title: string; readonly language: string | null; readonly bodyHtml: string };

/** A complete HTML document in UTF-8. `bodyHtml` is sanitised already; the title is escaped here. */
export function buildPageDocument({ title, language, bodyHtml }: PageParts): string {
  return [
    `<!doctype html><html${language === null ? '' : ` lang="${escapeHtml(language)}"`}><head><meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="${policy}"><meta name="color-scheme" content="light dark">`,
    `<meta name="viewport" content="width=device-width"><title>${escapeHtml(title.slice(0, 500))}</title><style>${pageStyle}</style></head>`,
    `<body><main>${bodyHtml}</main></body></html>`,
  ].join('');
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;');
}
