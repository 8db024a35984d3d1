/** Names of the two questions of the quarantine page. In a file of their own, because its preload carries nothing else. */
export const quarantineChannels = { take: 'quarantine/take', answer: 'quarantine/answer' } as const;
