import type { QueryName } from '#shared/contract/contract.ts';
import type { Collection } from '#shared/domain/case/case-record.ts';

const objects: readonly Collection[] = ['sources', 'evidence', 'claims', 'links', 'notes', 'entities', 'dossiers'];
const everything: readonly Collection[] = [...objects, 'meta', 'custody'];

/** Collections whose change makes an answer stale. The compiler asks for a line when a query is added. */
export const queryReads: { readonly [N in QueryName]: readonly Collection[] } = {
  'case/overview': everything,
  'case/standing': objects,
  'case/verify': everything,
  'case/compact-preview': everything,
  'case/branches': everything,
  'case/merge-plan': everything,
  'history/list': everything,
  'objects/labels': objects,
  'objects/find': objects,
  'custody/list': ['custody', 'evidence'],
  'custody/checkpoints': ['custody'],
  // Every change of keys leaves an entry in the custody log.
  'keys/list': ['custody'],
  'sources/list': ['sources', 'evidence', 'claims'],
  'sources/show': ['sources', 'evidence', 'claims'],
  'evidence/list': ['evidence', 'sources', 'claims'],
  'evidence/show': ['evidence'],
  'evidence/text': ['evidence'],
  'evidence/page-words': ['evidence'],
  'claims/list': ['claims', 'entities', 'links', 'evidence', 'sources'],
  'claims/ledger': ['claims', 'entities', 'links', 'evidence', 'sources'],
  'claims/rows': ['claims', 'entities', 'links', 'evidence', 'sources'],
  'claims/show': ['claims', 'entities', 'links', 'evidence', 'sources'],
  'claims/filters': ['filters'],
  'notes/list': objects,
  'notes/tasks': ['notes'],
  'notes/show': objects,
  'links/list': objects,
  'links/of': objects,
  'entities/roles': ['entities'],
  'entities/list': ['entities', 'claims'],
  'entities/show': ['entities', 'claims'],
  'search/find': objects,
  'dossiers/formats': [],
  'timeline/list': ['claims', 'entities', 'links', 'evidence', 'sources'],
  'entities/duplicates': ['entities', 'links'],
  'entities/merge-preview': objects,
  'places/list': ['entities', 'links', 'claims'],
  'places/find': [],
  'boards/list': ['boards'],
  'boards/graph': objects,
  'boards/around': objects,
  'boards/paths': objects,
  'dossiers/list': ['dossiers'],
  'dossiers/preview': objects,
};
