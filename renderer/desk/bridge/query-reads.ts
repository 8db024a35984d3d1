import type { QueryName } from '#shared/contract/contract.ts';
import type { Collection } from '#shared/domain/case/case-record.ts';

const objects: readonly Collection[] = ['sources', 'evidence', 'claims', 'links', 'notes', 'entities', 'dossiers'];
const everything: readonly Collection[] = [...objects, 'meta', 'custody'];

/** Collections whose change makes an answer stale. The compiler asks for a line when a query is added. */
export const queryReads: { readonly [N in QueryName]: readonly Collection[] } = {
  'case/overview': everything,
  'case/verify': everything,
  'history/list': everything,
  'objects/labels': objects,
  'objects/find': objects,
  'custody/list': ['custody', 'evidence'],
  'sources/list': ['sources', 'evidence', 'claims'],
  'sources/show': ['sources', 'evidence', 'claims'],
  'evidence/list': ['evidence', 'sources', 'claims'],
  'evidence/show': ['evidence'],
  'evidence/text': ['evidence'],
  'claims/list': ['claims', 'entities', 'links', 'evidence', 'sources'],
  'claims/show': ['claims', 'entities', 'links', 'evidence', 'sources'],
  'notes/list': objects,
  'notes/show': objects,
  'links/list': objects,
  'links/of': objects,
  'entities/list': ['entities', 'claims'],
  'entities/show': ['entities', 'claims'],
  'search/find': objects,
  'dossiers/list': ['dossiers'],
  'dossiers/preview': objects,
};
