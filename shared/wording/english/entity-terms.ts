import type { EntityKind } from '../../domain/entity/entity.ts';

export const entityKindTerms: { readonly [K in EntityKind]: string } = {
  actor: 'Actor, kind not settled',
  person: 'Person',
  organisation: 'Organisation',
  unit: 'Military unit',
  'identity-document': 'Identity document',
  account: 'Account',
  vehicle: 'Vehicle',
  weapon: 'Weapon',
  place: 'Place',
  event: 'Event',
};
