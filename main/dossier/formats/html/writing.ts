import type { NoteBlock, NoteInline, NoteItem, NoteStyle } from '#shared/domain/note/note-blocks.ts';
import { cite, html, nothing, type SafeHtml } from './markup.ts';

/** The analysts' own writing as it reads: headings below that of the note, lists, tasks and tables. Addresses in it are words, not links. */
export function writing(blocks: readonly NoteBlock[]): SafeHtml {
  return html`<div class="note" dir="auto">${blocks.map(block)}</div>`;
}

function block(of: NoteBlock): SafeHtml {
  switch (of.sort) {
    case 'paragraph':
      return html`<p dir="auto">${of.inline.map(inline)}</p>`;
    case 'heading': {
      const name = { safeHtml: `h${Math.min(3 + of.depth, 6)}` };
      return html`<${name}>${of.inline.map(inline)}</${name}>`;
    }
    case 'list': {
      const items = of.items.map(item);
      return of.ordered ? html`<ol start="${of.start}">${items}</ol>` : html`<ul>${items}</ul>`;
    }
    case 'quote':
      return html`<blockquote>${of.blocks.map(block)}</blockquote>`;
    case 'code':
      return html`<pre>${of.text}</pre>`;
    case 'table':
      return html`<div class="wide" role="region" aria-label="Table of a note" tabindex="0"><table><thead><tr>${of.head.map((cell) => html`<th scope="col">${cell.map(inline)}</th>`)}</tr></thead>
<tbody>${of.rows.map((row) => html`<tr>${row.map((cell) => html`<td>${cell.map(inline)}</td>`)}</tr>`)}</tbody></table></div>`;
    case 'rule':
      return html`<hr>`;
  }
}

function item({ done, blocks }: NoteItem): SafeHtml {
  const sign = done ? html`<span role="img" aria-label="done">☑</span> ` : html`<span role="img" aria-label="to do">☐</span> `;
  const [first, ...rest] = blocks;
  const words = first?.sort === 'paragraph' ? html`${first.inline.map(inline)}${rest.map(block)}` : html`${blocks.map(block)}`;
  return html`<li${{ safeHtml: done === null ? '' : ' class="task"' }}>${done === null ? nothing : sign}${words}</li>`;
}

function inline(piece: NoteInline): SafeHtml {
  if (piece.sort === 'break') return html`<br>`;
  if (piece.sort === 'reference') return cite(piece.id);
  if (piece.sort === 'code') return html`<code>${piece.text}</code>`;
  const words = piece.sort === 'link' ? html`${piece.text} (${piece.address})` : html`${piece.text}`;
  return piece.styles.reduceRight(styled, words);
}

function styled(words: SafeHtml, style: NoteStyle): SafeHtml {
  if (style === 'strong') return html`<strong>${words}</strong>`;
  return style === 'em' ? html`<em>${words}</em>` : html`<s>${words}</s>`;
}
