import type { EditFacts } from '#shared/domain/case/edit-facts.ts';
import type { EvidenceToRecord } from '#shared/domain/evidence/take-in-evidence.ts';
import { LanguageSchema, NameSchema } from '#shared/domain/fields.ts';
import { newSource } from '#shared/domain/source/add-source.ts';
import type { Source } from '#shared/domain/source/source.ts';
import type { TakeInWishes } from './take-in-wishes.ts';

/**
 * The source a file gets when none was chosen. What the analyst stated stands; of what the file says of itself only its title
 * and language are taken over, because publisher, author and date are claims to be weighed.
 */
export function sourceOfFile(evidence: EvidenceToRecord, wishes: TakeInWishes, facts: EditFacts): Source {
  const saidTitle = evidence.found
    .filter((found) => found.field === 'title')
    .map((found) => NameSchema.safeParse(found.value))
    .find((title) => title.success);
  const saidLanguage = LanguageSchema.safeParse(evidence.text?.language ?? '');
  return newSource(
    {
      kind: evidence.kind,
      title: wishes.title ?? saidTitle?.data ?? evidence.name,
      publisher: wishes.publisher,
      author: wishes.author,
      publishedAt: wishes.published,
      language: wishes.language ?? (saidLanguage.success ? saidLanguage.data : undefined),
      url: wishes.url,
    },
    facts,
  );
}
