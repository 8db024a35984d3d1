import { app, type Session } from 'electron';

/** Puts the rules on every session, the default one and those made later. To be called before the app is ready. */
export function hardenAllSessions(): void {
  app.on('session-created', hardenSession);
}

/** What a request may be: ours, or bytes that the page itself holds. Nothing of these reaches a network. */
const ownRequest = /^(app|data|blob):/;

function hardenSession(session: Session): void {
  // Electron grants permissions by default; all three ways of asking are refused.
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer(null));
  // The spell checker would download its dictionaries.
  session.setSpellCheckerEnabled(false);
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !ownRequest.test(details.url) }));
  session.enableNetworkEmulation({ offline: true });
  session.on('will-download', (event) => event.preventDefault());
}
