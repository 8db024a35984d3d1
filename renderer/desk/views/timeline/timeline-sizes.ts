export const trackPx = 24;
export const barPx = 14;
export const laneHeadPx = 26;
/** Room kept for the words beside a bar. */
export const wordsPx = 190;
