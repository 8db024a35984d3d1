import type { ShieldedKind } from '#shared/contract/setting-choices.ts';
import type { AtRiskMark } from '#shared/domain/evidence/at-risk.ts';
import { useSettings } from '../../bridge/settings.ts';

/** Marks under which a picture is not shown until it is asked for: injury and death, and captives as individuals. */
const shieldedMarks: readonly AtRiskMark[] = ['captive', 'graphic'];

function isShielded(marks: readonly AtRiskMark[]): boolean {
  return marks.some((mark) => shieldedMarks.includes(mark));
}

/** Whether an item of these marks is kept out of sight here. Until the settings are known, everything is. */
export function useShielded(marks: readonly AtRiskMark[], kind: ShieldedKind): boolean {
  const chosen = useSettings()?.shielded;
  return isShielded(marks) && (chosen === undefined || chosen.includes(kind));
}
