import type { Page } from '#shared/contract/page-origins.ts';

type Directives = Readonly<Record<string, string>>;

const nothing: Directives = { 'default-src': "'none'", 'base-uri': "'none'", 'form-action': "'none'", 'frame-ancestors': "'none'" };

/**
 * Content security policy of each page. What is not named is refused by `default-src 'none'`: no connection, no object, nothing
 * inline. `'self'` is one page's own host, so the unlock page cannot load the desk's files. The desk alone may start workers, from its
 * own files and through the one policy that knows them (renderer/desk/bridge/own-worker).
 */
const policies: Record<Page, Directives> = {
  desk: {
    ...nothing,
    'script-src': "'self'",
    'style-src': "'self'",
    'img-src': "'self'",
    'media-src': "'self'",
    'font-src': "'self'",
    'frame-src': "'self'",
    'object-src': "'none'",
    'connect-src': "'none'",
    'worker-src': "'self'",
    'require-trusted-types-for': "'script'",
    'trusted-types': 'own-workers',
  },
  unlock: {
    ...nothing,
    'script-src': "'self'",
    'style-src': "'self'",
    'img-src': "'self'",
    'font-src': "'self'",
    'object-src': "'none'",
    'connect-src': "'none'",
    'require-trusted-types-for': "'script'",
    'trusted-types': "'none'",
  },
  // Parses untrusted bytes and shows nothing, so no picture or style is ever loaded; the bytes of its one job come over a port. It
  // builds documents from text, inert ones, and cannot promise trusted types.
  quarantine: { ...nothing, 'script-src': "'self'", 'object-src': "'none'", 'connect-src': "'none'" },
};

/** Policy of a saved page in the desk's viewer: pictures and styles that it carries itself, no script, no origin (`sandbox`). */
const savedPagePolicy: Directives = {
  'default-src': "'none'",
  'img-src': 'data:',
  'style-src': "'unsafe-inline'",
  'font-src': 'data:',
  'media-src': 'data:',
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'self'",
  sandbox: '',
};
/** Policy of every other piece of evidence: nothing may come of it, even if it were opened as a document. */
const evidencePolicy: Directives = { ...nothing, sandbox: '' };

const refusedFeatures = [
  'accelerometer',
  'autoplay',
  'bluetooth',
  'browsing-topics',
  'camera',
  'clipboard-read',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'picture-in-picture',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'storage-access',
  'usb',
  'window-management',
  'xr-spatial-tracking',
];

const everywhere: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Origin-Agent-Cluster': '?1',
  'Referrer-Policy': 'no-referrer',
  'X-DNS-Prefetch-Control': 'off',
  'X-Permitted-Cross-Domain-Policies': 'none',
  'Permissions-Policy': refusedFeatures.map((feature) => `${feature}=()`).join(', '),
  // Nothing of a case may reach a cache on disk.
  'Cache-Control': 'no-store',
};

/** What a response shows, which decides its policy. */
export type Shown = { readonly page: Page } | { readonly evidence: 'saved-page' | 'bytes' };

/** Headers of every response of the app's own scheme, refusals included. */
export function securityHeaders(shown: Shown): Readonly<Record<string, string>> {
  return { 'Content-Security-Policy': written(policyOf(shown)), ...everywhere };
}

function policyOf(shown: Shown): Directives {
  if ('page' in shown) return policies[shown.page];
  return shown.evidence === 'saved-page' ? savedPagePolicy : evidencePolicy;
}

function written(policy: Directives): string {
  return Object.entries(policy)
    .map(([name, value]) => (value === '' ? name : `${name} ${value}`))
    .join('; ');
}
