/** The one question of the quarantine page to the shell, and the port that comes back. In a file of its own, because its preload carries nothing else. */
export const quarantineChannels = { port: 'quarantine/port' } as const;
