import type * as Electron from 'electron';
import { browser } from './engine.ts';

export type PermissionHandlers = {
  readonly request: Parameters<Electron.Session['setPermissionRequestHandler']>[0];
  readonly check: Parameters<Electron.Session['setPermissionCheckHandler']>[0];
};

// The browser's name and Electron's for the same thing.
const permissions: { readonly [descriptor: string]: string } = {
  geolocation: 'geolocation',
  notifications: 'notifications',
  camera: 'media',
  microphone: 'media',
  midi: 'midi',
  'display-capture': 'display-capture',
  'clipboard-read': 'clipboard-read',
  'clipboard-write': 'clipboard-sanitized-write',
  'persistent-storage': 'persistent-storage',
  'storage-access': 'storage-access',
  'local-fonts': 'local-fonts',
  'idle-detection': 'idle-detection',
  'window-management': 'window-management',
  'screen-wake-lock': 'screen-wake-lock',
};

/** The protocol has no question per request: each permission is asked once of the application's handlers, and the answer pinned. */
export async function answerPermissions(
  _session: Electron.Session,
  { request, check }: PermissionHandlers,
  browserContextId: string | undefined,
): Promise<void> {
  const context = browserContextId === undefined ? {} : { browserContextId };
  await Promise.all(
    Object.entries(permissions).map(async ([name, electronName]) => {
      // Electron grants what no handler decides; so that a missing handler is seen, the stand-in grants as well.
      const asked = request === null || (await askRequest(request, electronName));
      const checked = check === null || check(null, electronName as Parameters<typeof check>[1], '', {} as Electron.PermissionCheckHandlerHandlerDetails);
      const setting = asked && checked ? 'granted' : 'denied';
      await browser()
        .cdp.send('Browser.setPermission', { permission: { name }, setting, ...context })
        .catch(() => undefined); // not every Chromium knows every name
    }),
  );
}

function askRequest(request: NonNullable<PermissionHandlers['request']>, permission: string): Promise<boolean> {
  const nobody = null as unknown as Electron.WebContents; // asked ahead of any page; a handler that denies all never looks
  return new Promise((resolve) =>
    request(nobody, permission as Parameters<typeof request>[1], resolve, { requestingUrl: '', isMainFrame: true } as Electron.PermissionRequest),
  );
}
