import { type ElectronApplication, expect, type Page } from '@playwright/test';
import type {} from '#renderer/desk/bridge/bridge.ts';
import type {} from '#renderer/unlock/bridge.ts';
import { engine, test, windowOf } from '#tests/harness/desk.ts';
import { openNewCase } from './make-case.ts';

test.slow(); // each opening derives a key at its full cost

// What these specs try on purpose is refused and reported; anything else that tries to leave fails them as it fails every spec.
test.use({
  expected: {
    attempts: [/example\.org/, /stun:192\.0\.2\.1/],
    console: [/Content Security Policy|Trusted|Failed to load resource|ERR_BLOCKED|Permissions policy|permission/i],
  },
});

const outside = 'https://example.org/';

test('the unlock page has no Node, no desk, and nothing to reach out with', async ({ unlockWindow, app }) => {
  await refusesEverything(unlockWindow);
  expect(await unlockWindow.evaluate(() => [typeof Reflect.get(window, 'desk'), Object.keys(window.unlock).sort().join()])).toEqual([
    'undefined',
    'ask,cancel,demonstrationEngine,keys,language,onProgress,shell,spoken,theme',
  ]);
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.webContents.getURL()))).toEqual([
    'app://unlock/index.html#start',
  ]);
});

test('the desk has four functions, no Node, and nothing to reach out with', async ({ app, unlockWindow, caseFolder }) => {
  await openNewCase(app, unlockWindow, caseFolder);
  const desk = await windowOf(app, 'desk');
  await refusesEverything(desk);
  await opensNoWindow(app, desk);
  const bridge = await desk.evaluate(() => ({
    members: Object.keys(window.desk).sort(),
    frozen: Object.isFrozen(window.desk),
    writable: Object.getOwnPropertyDescriptor(window, 'desk')?.writable ?? true,
  }));
  expect(bridge).toEqual({ members: ['command', 'onEvent', 'query', 'shell'], frozen: true, writable: false });

  // The desk asks for files by ticket; a path of its own making is refused before it reaches the case.
  const path = await desk.evaluate(() => window.desk.command('evidence/take-in', { jobId: 'j', files: [{ from: 'path', path: '/etc/hostname' }] }));
  expect(path).toMatchObject({ ok: false, problem: { kind: 'invalid-input', where: 'files' } });
  const unknown = await desk.evaluate(() => window.desk.query('__proto__' as 'case/overview', {}));
  expect(unknown).toMatchObject({ ok: false, problem: { kind: 'invalid-input' } });
});

test('evidence comes by range to the desk and to nobody else', async ({ app, unlockWindow, caseFolder }) => {
  await openNewCase(app, unlockWindow, caseFolder);
  const desk = await windowOf(app, 'desk');
  const id = await desk.evaluate(async (bytes) => {
    const files = [{ from: 'bytes' as const, name: 'tone.wav', bytes: new Uint8Array(bytes) }];
    const reply = await window.desk.command('evidence/take-in', { jobId: 'tone', files });
    const [first] = reply.ok ? reply.value : [];
    return first?.outcome === 'taken-in' ? first.evidence.id : JSON.stringify(reply);
  }, tone());
  const heard = await desk.evaluate(async (evidenceId) => {
    const audio = document.createElement('audio');
    audio.preload = 'auto';
    audio.src = `./evidence/${evidenceId}/original`;
    document.body.append(audio);
    await new Promise((resolve, reject) => {
      audio.addEventListener('loadedmetadata', resolve, { once: true });
      audio.addEventListener('error', () => reject(new Error(`media: ${audio.error?.message}`)), { once: true });
    });
    const seeked = new Promise((resolve) => audio.addEventListener('seeked', resolve, { once: true }));
    audio.currentTime = 50;
    await seeked;
    const there = [Math.round(audio.duration), audio.currentTime];
    audio.remove();
    return there;
  }, id);
  expect(heard).toEqual([60, 50]);
  expect(await desk.evaluate(() => fetch('./evidence/x/original').then(String, () => 'refused'))).toBe('refused');
});

/** Everything by which a page could leave, run code from text, or ask the machine for more. */
async function refusesEverything(page: Page): Promise<void> {
  const tried = await page.evaluate(async (address) => {
    const soon = <T>(promise: Promise<T>, ms = 1_500) => Promise.race([promise, new Promise<'never'>((resolve) => setTimeout(() => resolve('never'), ms))]);
    const loads = (element: HTMLImageElement | HTMLScriptElement | HTMLLinkElement, start: () => void) =>
      soon(
        new Promise<string>((resolve) => {
          element.addEventListener('load', () => resolve('loaded'));
          element.addEventListener('error', () => resolve('refused'));
          start();
          document.head.append(element);
        }),
      );
    const image = new Image();
    const style = document.createElement('link');
    style.rel = 'stylesheet';
    const inline = document.createElement('style');
    inline.textContent = ':root { --planted: yes }';
    document.head.append(inline);
    const throws = (act: () => unknown) => {
      try {
        act();
        return 'done';
      } catch {
        return 'refused';
      }
    };
    // In a timer: within an evaluation of the debugger the ban on eval is lifted.
    const inTimer = (act: () => unknown) => new Promise<string>((resolve) => setTimeout(() => resolve(throws(act))));
    const worker = await inTimer(() => new Worker('data:text/javascript,postMessage(1)'));
    const socket = new Promise<string>((resolve) => {
      if (throws(() => new WebSocket('wss://example.org/')) === 'refused') return resolve('refused');
      const open = new WebSocket('wss://example.org/');
      open.addEventListener('error', () => resolve('refused'));
      open.addEventListener('open', () => resolve('open'));
    });
    return {
      node: [typeof Reflect.get(globalThis, 'require'), typeof Reflect.get(globalThis, 'process'), typeof Reflect.get(globalThis, 'ipcRenderer')].join(),
      eval: await inTimer(() => Reflect.apply(Reflect.get(globalThis, ['ev', 'al'].join('')), null, ['1'])),
      functionFromText: await inTimer(() => Reflect.construct(Function, ['return 1'])),
      htmlFromText: await inTimer(() => {
        document.createElement('div').innerHTML = '<b>x</b>';
      }),
      policy: await inTimer(() => {
        const types: unknown = Reflect.get(window, 'trustedTypes');
        if (typeof types === 'object' && types !== null) Reflect.apply(Reflect.get(types, 'createPolicy'), types, ['planted', {}]);
      }),
      inlineStyle: getComputedStyle(document.documentElement).getPropertyValue('--planted'),
      fetch: await soon(
        fetch(address).then(
          () => 'open',
          () => 'refused',
        ),
      ),
      ownFetch: await soon(
        fetch('./index.html').then(
          () => 'open',
          () => 'refused',
        ),
      ),
      image: await loads(image, () => {
        image.src = `${address}pixel.png`;
      }),
      style: await loads(style, () => {
        style.href = `${address}style.css`;
      }),
      socket: await soon(socket),
      worker,
      geolocation: await navigator.permissions.query({ name: 'geolocation' }).then(({ state }) => state),
      notifications: Notification.permission,
      media: await soon(
        navigator.mediaDevices.getUserMedia({ audio: true }).then(
          () => 'open',
          () => 'refused',
        ),
      ),
      clipboard: await soon(
        navigator.clipboard.readText().then(
          () => 'read',
          () => 'refused',
        ),
      ),
    };
  }, outside);
  expect(tried).toEqual({
    node: 'undefined,undefined,undefined',
    eval: 'refused',
    functionFromText: 'refused',
    htmlFromText: 'refused',
    policy: 'refused',
    inlineStyle: '',
    fetch: 'refused',
    ownFetch: 'refused',
    image: 'refused',
    style: 'refused',
    socket: 'refused',
    worker: 'refused',
    geolocation: 'denied',
    notifications: 'denied',
    media: 'refused',
    clipboard: 'refused',
  });
  await staysWhereItIs(page);
  await callsNobody(page);
}

/** Navigation by script, by a link, by a form and by a frame: the document stays the one the shell loaded. */
async function staysWhereItIs(page: Page): Promise<void> {
  await page.evaluate((address) => {
    Reflect.set(window, 'sameDocument', true);
    const link = document.createElement('a');
    link.href = `${address}link`;
    const blank = document.createElement('a');
    blank.href = `${address}blank`;
    blank.target = '_blank';
    const form = document.createElement('form');
    form.action = `${address}form`;
    const frame = document.createElement('iframe');
    frame.src = `${address}frame`;
    document.body.append(link, blank, form, frame);
    for (const act of [
      () => link.click(),
      () => blank.click(),
      () => form.requestSubmit(),
      () => location.assign(`${address}assign`),
      () => navigator.sendBeacon(address, 'x'),
    ])
      setTimeout(act);
  }, outside);
  await page.waitForTimeout(800);
  expect(await page.evaluate(() => Reflect.get(window, 'sameDocument'))).toBe(true);
  expect(
    page
      .context()
      .pages()
      .filter((each) => each.url().includes('example')),
  ).toEqual([]);
}

/** Electron never makes the window; the stand-in closes it again at once, which its opener may see for a moment. */
async function opensNoWindow(app: ElectronApplication, page: Page): Promise<void> {
  const opened = await page.evaluate((address) => new Promise<boolean>((resolve) => setTimeout(() => resolve(window.open(address) !== null))), outside);
  if (engine === 'electron') expect(opened).toBe(false);
  await expect.poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
}

/** WebRTC asks a server for the machine's addresses, past every content security policy; no candidate may come of it. */
async function callsNobody(page: Page): Promise<void> {
  const candidates = await page.evaluate(async () => {
    const Connection = Reflect.get(globalThis, ['RTC', 'PeerConnection'].join('')) as
      | undefined
      | (new (
          options: object,
        ) => EventTarget & Record<string, (given?: unknown) => Promise<unknown>>);
    if (Connection === undefined) return [];
    const connection = new Connection({ iceServers: [{ urls: 'stun:192.0.2.1:3478' }] });
    const found: string[] = [];
    connection.addEventListener('icecandidate', (event) => {
      const candidate: unknown = Reflect.get(Reflect.get(event, 'candidate') ?? {}, 'candidate');
      if (typeof candidate === 'string' && candidate !== '') found.push(candidate);
    });
    connection['createDataChannel']?.('x');
    await connection['setLocalDescription']?.(await connection['createOffer']?.());
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    return found.filter((candidate) => !candidate.includes(' tcp ') || !candidate.includes('.local'));
  });
  expect(candidates).toEqual([]);
}

/** One minute of sound, longer than what a media element fetches at once. */
function tone(): number[] {
  const rate = 8_000;
  const length = rate * 60;
  const wav = Buffer.alloc(44 + length, 128);
  wav.write('RIFF', 0);
  wav.writeUInt32LE(36 + length, 4);
  wav.write('WAVEfmt ', 8);
  wav.writeUInt32LE(16, 16);
  wav.writeUInt16LE(1, 20);
  wav.writeUInt16LE(1, 22);
  wav.writeUInt32LE(rate, 24);
  wav.writeUInt32LE(rate, 28);
  wav.writeUInt16LE(1, 32);
  wav.writeUInt16LE(8, 34);
  wav.write('data', 36);
  wav.writeUInt32LE(length, 40);
  for (let i = 0; i < length; i += 1) wav[44 + i] = 128 + Math.round(60 * Math.sin(i / 5));
  return [...wav];
}
