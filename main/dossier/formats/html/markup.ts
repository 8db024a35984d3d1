import { labelRuns } from '#shared/dossier/label-runs.ts';
import { codePointInWords, linkTarget, momentInWords, visibleText } from '../visible-text.ts';

/** HTML that is safe to stand in the page. Only {@link html} makes it; any other string put into a template is escaped. */
export type SafeHtml = { readonly safeHtml: string };
type Part = string | number | SafeHtml | readonly SafeHtml[] | null;

/** Joins markup written by us with values written by others: every value that is not {@link SafeHtml} comes out as text. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): SafeHtml {
  return { safeHtml: strings.reduce((before, string, index) => before + safe(parts[index - 1] ?? null) + string) };
}

function safe(part: Part): string {
  if (part === null) return '';
  if (typeof part === 'string' || typeof part === 'number') return escapeHtml(visibleText(String(part)));
  if ('safeHtml' in part) return part.safeHtml;
  return part.map(({ safeHtml }) => safeHtml).join('');
}

const entities: { readonly [character: string]: string } = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? codePointInWords(character));
}

export const nothing: SafeHtml = { safeHtml: '' };

/** Words of the case: isolated, so that the direction they are written in cannot disturb their surroundings. */
export function words(text: string): SafeHtml {
  return html`<bdi>${text}</bdi>`;
}

/** A link to something numbered in this page; other words stand as they are. */
export function cite(label: string): SafeHtml {
  return /^[ECSNLWJAQR]\d+$/.test(label) ? html`<a class="label" href="#${label}">${label}</a>` : html`${label}`;
}

export function cites(labels: readonly string[]): SafeHtml {
  return joined(labels.map(cite), ', ');
}

/** Many numbers, those that follow each other as the first and the last. */
export function citeRuns(labels: readonly string[], by = ' '): SafeHtml {
  return joined(
    labelRuns(labels).map((run) => joined(run.map(cite), '–')),
    by,
  );
}

export function joined(parts: readonly SafeHtml[], by: string): SafeHtml {
  return html`${parts.flatMap((part, index) => (index === 0 ? [part] : [html`${by}`, part]))}`;
}

export function moment(instant: string): SafeHtml {
  return html`<time datetime="${instant}">${momentInWords(instant)}</time>`;
}

export function address(url: string): SafeHtml {
  const target = linkTarget(url);
  return target === null ? words(url) : html`<a class="address" rel="noreferrer noopener nofollow" href="${target}">${url}</a>`;
}

/** A table with a caption for those who hear it and column heads; the first cell of each row is its head. */
export function table(caption: string, heads: readonly string[], rows: readonly (readonly SafeHtml[])[], className = ''): SafeHtml {
  const body = rows.map(
    ([head, ...cells]) => html`<tr><th scope="row">${head ?? nothing}</th>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>
`,
  );
  return html`<div class="wide" role="region" aria-label="${caption}" tabindex="0"><table class="${[className, heads.length > 3 ? 'many' : ''].filter(Boolean).join(' ')}"><caption>${caption}</caption>
<thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${body}</tbody></table></div>`;
}

/** Pairs of a name and what it is; pairs without content are left out. */
export function facts(pairs: readonly (readonly [string, SafeHtml | null])[]): SafeHtml {
  return html`<dl>${pairs.flatMap(([name, value]) => (value === null ? [] : [html`<div><dt>${name}</dt><dd>${value}</dd></div>`]))}</dl>`;
}
