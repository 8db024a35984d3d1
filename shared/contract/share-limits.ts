/** Shares that one key can be split into, and the least that may be asked for. Without a schema beside them: pages use them too. */
export const mostShares = 16;
export const leastSharesNeeded = 2;
