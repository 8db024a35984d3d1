import { useLayoutEffect } from 'react';
import { useSettings } from '../bridge/settings.ts';
import { showNames, showRoles } from '../bridge/shown-name.ts';
import { useQuery } from '../bridge/use-query.ts';

/** Keeps names or roles on the screen as it was chosen. */
export function useRoleNames(): void {
  const byRole = useSettings()?.namesByRole ?? false;
  const people = useQuery('entities/roles', {}).value ?? null;
  // Before anything is painted, so that no name shows for a moment.
  useLayoutEffect(() => (byRole ? showRoles(people) : showNames()), [byRole, people]);
}
