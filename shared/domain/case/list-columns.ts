/** What the lists of the case can be sorted by; those of the ledger are in `claim/ledger-order.ts`. */
export const noteColumns = ['name', 'about', 'changed'] as const;
export const evidenceColumns = ['name', 'claims', 'marks', 'size', 'mime', 'hash', 'at'] as const;
export const sourceColumns = ['title', 'publisher', 'published', 'language', 'reliability', 'evidence', 'claims', 'origin'] as const;
export const entityColumns = ['name', 'kind', 'role', 'asserts', 'relays'] as const;
export const linkColumns = ['from', 'type', 'to', 'rationale', 'grade', 'at'] as const;
export const timelineColumns = ['sense', 'label', 'actor', 'finding', 'against'] as const;
