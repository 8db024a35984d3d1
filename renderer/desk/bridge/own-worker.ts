/** Only scripts that were built with this page may become workers; the page's policy knows no other way to make one (tests/e2e/board.spec.ts). */
type Policy = { readonly createScriptURL: (address: string) => string };
type Types = { readonly createPolicy: (name: string, rules: Policy) => Policy };
let policy: Policy | null = null;

/** Starts a module that vite bundled as a worker: `import address from './x.worker.ts?worker&url'`. */
export function startWorker(address: string): Worker {
  policy ??= (window as unknown as { readonly trustedTypes: Types }).trustedTypes.createPolicy('own-workers', { createScriptURL: ownScript });
  return new Worker(policy.createScriptURL(address), { type: 'module' });
}

function ownScript(address: string): string {
  const { origin, pathname, href } = new URL(address, location.href);
  if (origin !== location.origin || !/\/assets\/[\w.-]+\.js$/.test(pathname)) throw new TypeError('not a script of this page');
  return href;
}
