import type { Privileges } from 'electron';

/**
 * No stock Chromium can be told of a new scheme, so `app://desk/x` is shown to it as `https://desk.app.stand-in.invalid/x`:
 * a secure origin whose name can never resolve (RFC 2606 section 2). The application sees its own addresses only.
 */
const suffix = '.stand-in.invalid';
const privileged = new Map<string, Privileges>();

export function registerScheme(scheme: string, privileges: Privileges): void {
  privileged.set(scheme, privileges);
}

export function privilegesOf(scheme: string): Privileges | undefined {
  return privileged.get(scheme);
}

export function toWeb(url: string): string {
  return url.replace(/^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)/i, (all: string, scheme: string, host: string) =>
    privileged.has(scheme) ? origin(scheme, host) : all,
  );
}

export function fromWeb(url: string): string {
  return url.replace(/^https:\/\/([^/?#]+)\.([a-z0-9+-]+)\.stand-in\.invalid(?=[/?#:]|$)/i, (_all, host: string, scheme: string) => `${scheme}://${host}`);
}

export function isWebOfApp(url: string): boolean {
  return fromWeb(url) !== url;
}

/** The sources of a content security policy; a bare `app:` stands for every host of the scheme. */
export function policyToWeb(policy: string): string {
  return policy.replace(/([a-z][a-z0-9+.-]*):(?:\/\/([^\s;,/]+))?(?=[\s;,/]|$)/gi, (all: string, scheme: string, host?: string) => {
    if (!privileged.has(scheme)) return all;
    return host === undefined ? `https://*.${scheme}${suffix}` : origin(scheme, host);
  });
}

export function originOf(url: string): string {
  return /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i.exec(url)?.[0] ?? 'null';
}

function origin(scheme: string, host: string): string {
  return `https://${host}.${scheme}${suffix}`;
}
