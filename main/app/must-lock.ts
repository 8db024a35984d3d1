/** What the system says about the person at the desk. `locked` comes by polling too, because Linux sends no event for it. */
export type Presence = { readonly idleSeconds: number; readonly state: 'active' | 'idle' | 'locked' | 'unknown' };
/** When a person counts as gone, by the settings. */
export type Patience = { readonly limitSeconds: number; readonly lockWithScreen: boolean };

/** Whether an open case must be locked now. `unknown` does not lock: some desktops never say anything else. */
export function mustLock(presence: Presence, { limitSeconds, lockWithScreen }: Patience): boolean {
  return (lockWithScreen && presence.state === 'locked') || presence.idleSeconds >= limitSeconds;
}
