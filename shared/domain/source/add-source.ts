import { done, type Reply } from '#shared/kernel/reply.ts';
import { type Amendments, amend } from '../case/amend.ts';
import type { CaseRecord } from '../case/case-record.ts';
import type { Change } from '../case/change.ts';
import type { EditFacts } from '../case/edit-facts.ts';
import { findObject } from '../case/find-object.ts';
import type { Source, SourceFields } from './source.ts';

export type SourceInput = Pick<SourceFields, 'kind' | 'title'> & Amendments<Omit<SourceFields, 'kind' | 'title'>>;

/** A source of which nothing but its kind and title is known yet. */
export function newSource(input: SourceInput, facts: EditFacts): Source {
  const blank: Source = {
    id: facts.newId(),
    kind: input.kind,
    title: input.title,
    publisher: null,
    author: null,
    publishedAt: null,
    language: null,
    url: null,
    edition: null,
    originId: null,
    reliability: null,
    addedAt: facts.at,
  };
  return amend(blank, input);
}

/** Adds a source. */
export function addSource(record: CaseRecord, input: SourceInput, facts: EditFacts): Reply<Change> {
  if (input.originId) {
    const origin = findObject(record, 'source', input.originId);
    if (!origin.ok) return origin;
  }
  const source = newSource(input, facts);
  return done({ label: 'add-source', ops: [{ put: 'sources', id: source.id, value: source }], custody: [] });
}
