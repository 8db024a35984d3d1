/** Characters a field of one line takes: as many as the longest address. A browser lays out a line of megabytes for seconds. */
export const mostInLine = 4_000;
/** Characters a field of several lines takes; longer writing has the editor of notes, or is evidence. */
export const mostInArea = 100_000;
