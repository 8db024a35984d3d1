import type { SearchedTexts } from '#main/search/fields.ts';
import { readEvidenceText } from '#main/usecases/evidence/read-evidence-text.ts';
import type { ReadableCase } from '#main/usecases/ports/open-case.ts';
import { kindOf } from '#shared/domain/case/case-record.ts';
import { objectAt } from '#shared/domain/case/find-object.ts';
import { assertNever } from '#shared/kernel/never.ts';

const longestSearched = 5_000_000;
const blank: SearchedTexts = { label: '', names: '', text: '', about: '' };

/** The words of one object, as the record and its text blob have them now; `null` when the case holds none. */
export async function searchableOf(openCase: ReadableCase, id: string): Promise<SearchedTexts | null> {
  const record = openCase.record();
  const kind = kindOf(record, id);
  if (kind === null) return null;
  switch (kind) {
    case 'source': {
      const source = objectAt(record, 'source', id);
      return { ...blank, label: source?.title ?? '', names: lines(source?.publisher, source?.author), about: lines(source?.url, source?.edition) };
    }
    case 'evidence': {
      const item = objectAt(record, 'evidence', id);
      if (!item) return null;
      const text = item.text === null ? null : await readEvidenceText(openCase, item);
      const found = item.found.map((field) => field.value);
      const places = item.places?.map((place) => lines(place.label, place.transcription)) ?? [];
      return { ...blank, label: item.name, text: text?.ok ? text.value.slice(0, longestSearched) : '', about: lines(item.sha256, ...found, ...places) };
    }
    case 'claim': {
      const claim = objectAt(record, 'claim', id);
      if (!claim) return null;
      const actors = [claim.asserterId, ...claim.viaIds].flatMap((actor) => objectAt(record, 'entity', actor)?.names ?? []);
      const quotes = claim.anchors.flatMap((anchor) => (anchor.sort === 'quote' ? [anchor.exact] : []));
      return { ...blank, label: claim.text, names: lines(...actors), about: lines(...quotes) };
    }
    case 'link':
      return { ...blank, text: objectAt(record, 'link', id)?.rationale ?? '' };
    case 'note': {
      const note = objectAt(record, 'note', id);
      return { ...blank, label: note?.title ?? '', text: note?.text ?? '' };
    }
    case 'entity': {
      const entity = objectAt(record, 'entity', id);
      return { ...blank, label: entity?.names[0] ?? '', names: lines(...(entity?.names.slice(1) ?? []), entity?.roleOnly) };
    }
    case 'dossier': {
      const plan = objectAt(record, 'dossier', id);
      return { ...blank, label: plan?.title ?? '', text: lines(...(plan?.statements.map((statement) => statement.text) ?? [])) };
    }
    default:
      return assertNever(kind, 'searchableOf');
  }
}

function lines(...parts: readonly (string | null | undefined)[]): string {
  return parts.filter((part) => part).join('\n');
}
