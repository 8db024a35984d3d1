import type { EntityRow } from '#shared/contract/entities.ts';
import { foldText } from '#shared/domain/search/fold-text.ts';

/** Whether any name of the entity holds what was typed, as the search compares them. */
export function fitsMatch(row: EntityRow, typed: string): boolean {
  const match = foldText(typed.trim());
  return match === '' || [...row.names, row.roleOnly ?? ''].some((name) => foldText(name).includes(match));
}
