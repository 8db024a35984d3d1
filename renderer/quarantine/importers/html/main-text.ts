import { Readability } from '@mozilla/readability';
import { blockText } from './block-text.ts';

export type MainText = { readonly text: string; readonly byline: string | null };

/** Beyond this Readability's scoring takes longer than an analyst waits; the whole text is kept instead. */
const mostElements = 40_000;
const shortestArticle = 80;

/** The article's own words, or all words of the page when no article is found. Rearranges `page`. */
export function readMainText(page: Document): MainText {
  const everything = page.body === null ? '' : blockText(page.body);
  if (page.getElementsByTagName('*').length > mostElements) return { text: everything, byline: null };
  const headings = [...page.querySelectorAll('h1,h2')].map(wordsOf);
  const article = readArticle(page);
  if (article === null) return { text: everything, byline: null };
  const text = blockText(article.content);
  if (text.length < Math.min(shortestArticle, everything.length)) return { text: everything, byline: article.byline };
  return { text: withHeadline(text, article.title, headings), byline: article.byline };
}

function readArticle(page: Document): { readonly content: Node; readonly title: string; readonly byline: string | null } | null {
  const article = new Readability<Node>(page, { serializer: (node) => node, charThreshold: 200 }).parse();
  if (article?.content == null) return null;
  return { content: article.content, title: (article.title ?? '').trim(), byline: article.byline?.trim() || null };
}

/** Readability takes the headline off; it is part of what the page says when the page shows it as a heading. */
function withHeadline(text: string, title: string, headings: readonly string[]): string {
  const heading = headings.find((words) => words !== '' && (words === title || title.startsWith(words)));
  return heading === undefined || text.slice(0, 1_000).includes(heading) ? text : `${heading}\n\n${text}`;
}

function wordsOf(element: Element): string {
  return (element.textContent ?? '').replace(/\s+/g, ' ').trim();
}
