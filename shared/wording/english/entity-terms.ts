import type { EntityKind } from '../../domain/entity/entity.ts';
import { spoken } from '../spoken.ts';

export const entityKindTerms: { readonly [K in EntityKind]: string } = spoken('entityKindTerms', {
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
});
