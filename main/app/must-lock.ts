/** What the system says about the person at the desk. `locked` comes by polling too, because Linux sends no event for it. */
export type Presence = { readonly idleSeconds: number; readonly state: 'active' | 'idle' | 'locked' | 'unknown' };

/** Whether an open case must be locked now. `unknown` does not lock: some desktops never say anything else. */
export function mustLock(presence: Presence, limitSeconds: number): boolean {
  return presence.state === 'locked' || presence.idleSeconds >= limitSeconds;
}
