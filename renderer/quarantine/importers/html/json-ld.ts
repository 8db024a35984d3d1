import type { FoundField } from '#shared/domain/evidence/evidence-item.ts';

const longestScript = 1_000_000;
const deepest = 12;
const articleTypes = /article|posting|report|webpage|videoobject|imageobject|newsmedia/i;
const simple: { readonly [name: string]: string } = {
  headline: 'title',
  datePublished: 'published',
  dateModified: 'modified',
  inLanguage: 'language',
  url: 'url',
  description: 'description',
};
const named: { readonly [name: string]: string } = { author: 'author', creator: 'author', publisher: 'publisher' };

/** schema.org facts of `application/ld+json` scripts. One page in seventeen has one that does not parse: it is passed over. */
export function readJsonLd(page: Document): readonly FoundField[] {
  const scripts = [...page.querySelectorAll('script[type="application/ld+json" i]')].slice(0, 20);
  return scripts.flatMap((script) => nodesOf(parse(script.textContent ?? ''), 0).flatMap(fieldsOf)).slice(0, 100);
}

type JsonObject = { readonly [name: string]: unknown };

function parse(text: string): unknown {
  if (text.length > longestScript) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function nodesOf(value: unknown, depth: number): JsonObject[] {
  if (depth > deepest) return [];
  if (Array.isArray(value)) return value.slice(0, 200).flatMap((item) => nodesOf(item, depth + 1));
  if (!isObject(value)) return [];
  const inside = ['@graph', 'mainEntity', 'mainEntityOfPage'].flatMap((name) => nodesOf(value[name], depth + 1));
  return articleTypes.test(String(value['@type'])) ? [value, ...inside] : inside;
}

function fieldsOf(node: JsonObject): FoundField[] {
  const plain = Object.entries(simple).flatMap(([name, field]) =>
    typeof node[name] === 'string' ? [{ field, value: node[name], where: `JSON-LD ${name}` }] : [],
  );
  const people = Object.entries(named).flatMap(([name, field]) => namesOf(node[name]).map((value) => ({ field, value, where: `JSON-LD ${name}` })));
  return [...plain, ...people];
}

function namesOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.slice(0, 20).flatMap((item) => (Array.isArray(item) ? [] : namesOf(item)));
  return isObject(value) && typeof value['name'] === 'string' ? [value['name']] : [];
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
