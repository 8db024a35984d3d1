import { spoken } from '../../spoken.ts';

/** Words of the list of entities. */
export const entitiesWords = spoken('entitiesWords', {
  title: 'Entities',
  name: 'Name',
  names: 'Names',
  namesHint: 'One a line, in every script seen. The first is the one shown.',
  namesMissing: 'Give at least one name.',
  otherNames: 'Also',
  kind: 'Kind',
  shownAs: 'Shown as',
  asserts: 'Asserts',
  relays: 'Relays',
  add: 'Add an entity',
  filter: 'Filter by any name…',
  empty: 'No entities yet',
  emptyWhy: 'Whoever asserts or relays a claim is added here by itself. Add people, units, documents and places of your own.',
  noneFits: 'No name fits the filter',
  roleOnly: 'Show only as',
  roleOnlyHint: 'For a person at risk: dossiers say this, such as captive 1, and no name.',
  namesHidden: 'Names are not shown while roles stand for them.',
  showNames: 'Show the names of this one',
  claims: 'Claims',
  noClaims: 'Asserts and relays no claim.',
} as const);
