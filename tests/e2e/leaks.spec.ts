import { join } from 'node:path';
import { expect } from '@playwright/test';
import { engine, refuseUnannounced, test, windowOf } from '#tests/harness/desk.ts';

// The fixture's own proof: each way out of the machine, planted in an application that forbids nothing, is seen and fails the spec.

const folder = join(import.meta.dirname, '..', 'fixtures', 'engine-app');
const leaks: readonly { readonly name: string; readonly plant: () => unknown; readonly seenAs: RegExp }[] = [
  {
    name: 'a picture',
    plant: () => {
      new Image().src = 'http://way-out.leak.example/pixel.png';
    },
    seenAs: /^let-through image https?:/,
  },
  { name: 'a fetch', plant: () => fetch('https://way-out.leak.example/').catch(() => undefined), seenAs: /^let-through xhr / },
  { name: 'a beacon', plant: () => navigator.sendBeacon('https://way-out.leak.example/', 'text'), seenAs: /^let-through ping / },
  {
    name: 'a web socket',
    plant: () => {
      new WebSocket('wss://way-out.leak.example/');
    },
    seenAs: /^let-through webSocket /,
  },
  {
    name: 'a peer connection',
    plant: async () => {
      const connection = new RTCPeerConnection({ iceServers: [{ urls: 'stun:way-out.leak.example:3478' }] });
      connection.createDataChannel('out');
      await connection.setLocalDescription(await connection.createOffer());
    },
    seenAs: /^let-through webrtc stun:/,
  },
  {
    name: 'a link for a look-up ahead',
    plant: () => document.head.append(Object.assign(document.createElement('link'), { rel: 'dns-prefetch', href: 'https://way-out.leak.example' })),
    seenAs: /^let-through dns-prefetch /,
  },
  {
    name: 'a link for a connection ahead',
    plant: () => document.head.append(Object.assign(document.createElement('link'), { rel: 'preconnect', href: 'https://way-out.leak.example' })),
    seenAs: /^let-through preconnect /,
  },
  {
    name: 'a header for a connection ahead',
    plant: () => fetch('./hints.html').then(() => undefined),
    seenAs: /^let-through preconnect https:\/\/header\./,
  },
  {
    name: 'a popup',
    plant: () => {
      window.open('https://way-out.leak.example/');
    },
    seenAs: /^let-through window-open /,
  },
];

// The fixture judges this spec as well.
test.use({ expected: { attempts: [/leak\.example/, /webrtc .*setWebRTCIPHandlingPolicy/], console: [/leak\.example|net::ERR/] } });

for (const { name, plant, seenAs } of leaks) {
  test(`${name} that wants out is seen, and fails a spec that did not announce it`, async ({ launch, seen }) => {
    const app = await launch({ app: folder, args: ['--loose'] });
    const page = await windowOf(app, 'desk');
    await page.getByRole('heading', { name: 'Engine app' }).waitFor();
    await page.evaluate(plant);
    if (engine === 'stand-in') await expect.poll(() => seen().attempts.filter((one) => seenAs.test(one) && one.includes('leak.example'))).toHaveLength(1);
    await app.close(); // Electron's own network log is complete only now
    expect(() => refuseUnannounced(seen(), {})).toThrow('tried to leave the machine');
    expect(() => refuseUnannounced(seen(), { attempts: [/leak\.example|webrtc/], console: [/./] })).not.toThrow();
  });
}
