import { findObject } from '#shared/domain/case/find-object.ts';
import { done } from '#shared/kernel/reply.ts';
import type { QueryUse } from '../handler.ts';
import { readEvidenceText } from './read-evidence-text.ts';

const longestText = 2_000_000;

/** The extracted text that can be quoted, up to what a window can show. */
export const readText: QueryUse<'evidence/text'> = async (desk, { id }) => {
  const item = findObject(desk.openCase.record(), 'evidence', id);
  if (!item.ok) return item;
  const text = await readEvidenceText(desk.openCase, item.value);
  return text.ok ? done({ text: text.value.slice(0, longestText), language: item.value.text?.language ?? null }) : text;
};
