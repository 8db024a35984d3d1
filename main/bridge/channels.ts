/** Names of what crosses between a page's preload and the shell. Two for each page: questions and, for events, one back. */
export const channels = {
  deskShell: 'desk/shell',
  deskEvent: 'desk/event',
  deskPort: 'desk/case-port',
  unlockShell: 'unlock/shell',
  casePort: 'unlock/case-port',
  caseEnded: 'unlock/case-ended',
} as const;
