/** Names of what crosses between a page's preload and the shell. Two for each page: questions and, for events, one back. */
export const channels = {
  deskCommand: 'desk/command',
  deskQuery: 'desk/query',
  deskShell: 'desk/shell',
  deskEvent: 'desk/event',
  unlockShell: 'unlock/shell',
  casePort: 'unlock/case-port',
  caseEnded: 'unlock/case-ended',
} as const;
