import { type Browser, chromium } from 'playwright';
import { findChromium } from '#tests/stand-in/chromium-places.ts';

/** The Chromium that tests use, without names of hosts: nothing can be reached by one. */
export async function launchChromium(): Promise<Browser> {
  const found = findChromium();
  return chromium.launch({
    executablePath: found.path,
    env: { ...(process.env as Record<string, string>), ...found.env },
    args: ['--no-sandbox', '--host-resolver-rules=MAP * ~NOTFOUND'],
  });
}
