/** Pixels of the chart: a track with its bar, and the head of a lane. */
export const trackPx = 24;
export const barPx = 14;
export const laneHeadPx = 26;
/** Room kept for the words beside a bar. */
export const wordsPx = 190;
/** A bar is never shorter, so that it can be seen and pressed. */
export const leastBarPx = 8;
