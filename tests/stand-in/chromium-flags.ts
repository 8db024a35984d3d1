import { memoryFolderUsable } from './profile-folder.ts';

// Everything by which Chromium itself would ask something of the network, and what would write to disk or slow hidden pages down.
const always = [
  '--no-first-run',
  '--no-default-browser-check',
  '--no-pings',
  '--component-updater=initial-delay=100000000',
  '--disable-sync',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-component-extensions-with-background-pages',
  '--disable-client-side-phishing-detection',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-extensions',
  '--disable-field-trial-config',
  '--disable-quic',
  '--disable-search-engine-choice-screen',
  '--disable-breakpad',
  '--disable-crash-reporter',
  '--disable-infobars',
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
  '--disable-back-forward-cache',
  '--disable-gpu-shader-disk-cache',
  '--disk-cache-size=1',
  '--media-cache-size=1',
  '--password-store=basic',
  '--use-mock-keychain',
  '--test-type', // no warning bar about --no-sandbox
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--webrtc-ip-handling-policy=disable_non_proxied_udp',
];
const disabledFeatures = [
  'Translate',
  'OptimizationHints',
  'OptimizationGuideModelDownloading',
  'MediaRouter',
  'DialMediaRouteProvider',
  'NetworkTimeServiceQuerying',
  'PreconnectToSearch',
  'AutofillServerCommunication',
  'CertificateTransparencyComponentUpdater',
  'InterestFeedContentSuggestions',
  'AimEnabled',
  'LensOverlay',
  'Prerender2',
  'SpareRendererForSitePerProcess',
  'PreloadTopChromeWebUI',
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxFullPopup',
];

// Ours, Electron's or Playwright's, but nothing Chromium should see; the resolver rule of the application is already in `always`.
const kept = ['inspect', 'inspect-brk', 'user-data-dir', 'disable-dev-shm-usage', 'host-resolver-rules', 'no-sandbox', 'metrics-recording-only'];

export function chromiumFlags(profile: string, switches: ReadonlyMap<string, string>, sandbox: boolean): string[] {
  const own = new Map(switches);
  for (const name of kept) own.delete(name);
  const features = [...disabledFeatures, ...(own.get('disable-features')?.split(',') ?? [])];
  own.set('disable-features', [...new Set(features)].join(','));
  return [
    '--remote-debugging-pipe',
    `--user-data-dir=${profile}`,
    ...always,
    ...(memoryFolderUsable() ? [] : ['--disable-dev-shm-usage']),
    ...(sandbox ? [] : ['--no-sandbox']),
    ...[...own].map(([name, value]) => (value === '' ? `--${name}` : `--${name}=${value}`)),
  ];
}
