import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { engineTest, facts, folder } from './engine-test.ts';

// The engine itself, driven with the smallest application that uses what ours uses: what holds here must hold on real Electron too.

type Api = {
  echo: (value: unknown) => Promise<unknown>;
  fail: () => Promise<unknown>;
  say: (text: string) => void;
  handPort: (channel: string, note: string) => void;
  askPort: () => void;
  kind: string;
};
declare const api: Api;

engineTest('a page of a scheme of its own shows, with its own address in the main process', async ({ tiny, page }) => {
  await expect(page).toHaveTitle('Engine app');
  expect(await tiny.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.webContents.getURL()))).toEqual([
    'app://desk/index.html',
    'app://desk/quarantine.html',
  ]);
  const bounds = await (await tiny.browserWindow(page)).evaluate((window) => window.getBounds());
  expect([bounds.width, bounds.height]).toEqual([1000, 700]);
});

engineTest('messages keep the types that Electron clones, and errors their text', async ({ page }) => {
  const answer = await page.evaluate(async () => {
    const value = {
      bytes: new Uint8Array([1, 2, 255]),
      map: new Map([['k', new Date(5)]]),
      set: new Set([1]),
      nothing: undefined,
      nan: Number.NaN,
      big: 7n,
      dollar: { $: 'money' },
    };
    const back = (await api.echo(value)) as typeof value;
    return [
      back.bytes instanceof Uint8Array,
      [...back.bytes],
      back.map.get('k')?.getTime(),
      back.set.has(1),
      'nothing' in back,
      Number.isNaN(back.nan),
      String(back.big),
      back.dollar.$,
    ];
  });
  expect(answer).toEqual([true, [1, 2, 255], 5, true, true, true, '7', 'money']);
  expect(await page.evaluate(() => api.fail().catch((error: Error) => error.message))).toBe("Error invoking remote method 'fail': Error: nope");
  expect(await page.evaluate(() => api.echo(() => 1).catch((error: Error) => error.message))).toContain('could not be cloned');
});

engineTest.describe('with errors from the policy', () => {
  engineTest.use({ expected: { console: [/Content Security Policy/, /^console: Blocked script execution .* sandboxed/] } });

  engineTest('the page has no Node, a frozen bridge and a policy that takes effect', async ({ page }) => {
    const seen = await page.evaluate(async () => {
      // In a timer: a debugger's evaluation is exempt from the ban on eval.
      const evalBanned = await new Promise((resolve) =>
        setTimeout(() => {
          try {
            resolve(new Function('return 1')() !== 1);
          } catch {
            resolve(true);
          }
        }),
      );
      const script = document.createElement('script');
      script.textContent = 'globalThis.inlineRan = true';
      document.head.append(script);
      const names = Object.getOwnPropertyNames(globalThis).filter((name) => /^__|standIn|electron|^(require|process|module)$/.test(name));
      return { evalBanned, inlineRan: 'inlineRan' in globalThis, frozen: Object.isFrozen(api), names, secure: isSecureContext, kind: api.kind };
    });
    expect(seen).toEqual({ evalBanned: true, inlineRan: false, frozen: true, names: [], secure: true, kind: 'renderer' });
  });

  engineTest('a frame whose response says sandbox runs nothing and has no origin', async ({ page }) => {
    const origin = await page.evaluate(async () => {
      const frame = document.createElement('iframe');
      frame.src = './evidence.html';
      const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
      document.body.append(frame);
      await loaded;
      return { reachable: frame.contentDocument !== null };
    });
    expect(origin.reachable).toBe(false);
    const frame = page.frames().find((each) => each.url().endsWith('/evidence.html'));
    await expect(page.frameLocator('iframe').getByText('evidence', { exact: true })).toBeVisible();
    expect(await frame?.title()).toBe('');
  });
});

engineTest('ports go from the page to the main process, back, and on to a utility process', async ({ tiny, page }) => {
  const talk = (channel: string, said: string) =>
    page.evaluate(
      ([name, word]) =>
        new Promise((resolve) => {
          const { port1, port2 } = new MessageChannel();
          api.handPort(name ?? '', 'a note');
          window.postMessage('port', '*', [port2]);
          port1.onmessage = ({ data }) => resolve(data);
          port1.postMessage(word === 'bytes' ? new Uint8Array([9, 8, 7]) : word);
        }),
      [channel, said],
    );
  expect(await talk('hand-port', 'hello')).toEqual({ note: 'a note', got: 'hello' });
  expect(await talk('hand-port-to-child', 'hello')).toBe('child got hello');
  expect(await talk('hand-port-to-child', 'bytes')).toBe('child got 3 bytes, first 9');
  const given = await page.evaluate(
    () =>
      new Promise((resolve) => {
        window.addEventListener('message', ({ ports: [port] }) => {
          if (!port) return;
          port.onmessage = ({ data }) => resolve(data);
          port.postMessage('louder');
        });
        api.askPort();
      }),
  );
  expect(given).toBe('LOUDER');
  await page.reload();
  await expect.poll(async () => (await facts(tiny)).sent).toContain('port closed');
});

engineTest('a utility process speaks, is alone, and ends when it is killed', async ({ tiny, page: _page }) => {
  type Child = { postMessage: (message: unknown) => void; kill: () => boolean; pid: number | undefined };
  await tiny.evaluate(() => (globalThis as unknown as { child: Child }).child.postMessage({ big: 5n, bytes: new Uint8Array(3) }));
  await expect.poll(async () => (await facts(tiny)).sent.length).toBe(2);
  const [, answer] = (await facts(tiny)).sent as [string, { type: string; argv: string[]; send: string; pid: number }];
  expect(answer).toMatchObject({ type: 'utility', argv: ['--flag'], send: 'undefined' });
  expect(answer.pid).not.toBe(tiny.process().pid);
  await tiny.evaluate(() => (globalThis as unknown as { child: Child }).child.kill());
  await expect.poll(async () => (await facts(tiny)).sent).toContainEqual({ exit: 15 });
  expect(() => process.kill(answer.pid, 0)).toThrow();
});

engineTest('partitions do not see each other, and a hidden window really runs', async ({ tiny, page }) => {
  const quarantine = tiny.windows().find((each) => each.url().endsWith('/quarantine.html'));
  expect(quarantine).toBeDefined();
  await page.evaluate(() => localStorage.setItem('secret', 'of the case'));
  expect(await page.evaluate(() => localStorage.getItem('secret'))).toBe('of the case');
  expect(await quarantine?.evaluate(() => localStorage.getItem('secret'))).toBeNull();
  const ticks = () => quarantine?.evaluate(() => (globalThis as unknown as { ticks: number }).ticks);
  const before = (await ticks()) ?? 0;
  await page.waitForTimeout(1000);
  expect(((await ticks()) ?? 0) - before).toBeGreaterThan(30); // unthrottled: a hundred; throttled: one
});

engineTest.describe('with one answer that is too large', () => {
  engineTest.use({ expected: { console: [/net::ERR_FAILED/] } });

  engineTest('ranges, streams, redirects and the session’s headers arrive; an answer over the limit fails alone', async ({ tiny, page }) => {
    const got = await page.evaluate(async () => {
      const part = await fetch('./big.bin', { headers: { range: 'bytes=5-8' } });
      const failed = await fetch('./too-big.bin').then(
        () => 'answered',
        () => 'failed',
      );
      const headers = (await (await fetch('./headers')).json()) as Record<string, string>;
      const moved = await fetch('./elsewhere');
      return {
        status: part.status,
        bytes: (await part.arrayBuffer()).byteLength,
        stream: await (await fetch('./stream.bin')).text(),
        failed,
        seen: part.headers.get('x-seen'),
        referer: headers['referer'],
        moved: moved.redirected,
      };
    });
    expect(got).toEqual({ status: 206, bytes: 4, stream: 'one two', failed: 'failed', seen: 'by the session', referer: 'app://desk/index.html', moved: true });
    expect((await facts(tiny)).ranges).toEqual(['5-8']);
  });
});

engineTest.describe('the application’s own refusals', () => {
  const planted = /^refused .*example\.com|^(?:HTTP_STREAM_JOB_CONTROLLER|URL_REQUEST_START_JOB) https:\/\/example\.com\/(out|new|opened)$/;
  engineTest.use({ expected: { attempts: [planted], console: [/example\.com|Failed to load resource|net::ERR/] } });

  engineTest('no navigation, window, worker or permission leaves the application', async ({ tiny, page }) => {
    const worker = await page.evaluate(
      () =>
        new Promise((resolve) => {
          const started = new Worker('./worker.js', { type: 'module' });
          started.onmessage = ({ data }) => resolve(data);
          started.postMessage('hi');
        }),
    );
    expect(worker).toEqual({ got: 'hi', text: 'one two', outside: 'closed' });
    await page.getByRole('link', { name: 'leave' }).click();
    await page.getByRole('link', { name: 'new window' }).click();
    await page.evaluate(() => {
      window.open('https://example.com/opened');
    });
    await expect.poll(async () => (await facts(tiny)).navigations).toContain('https://example.com/out');
    await expect(page.getByRole('heading', { name: 'Engine app' })).toBeVisible();
    expect(await page.evaluate(() => navigator.permissions.query({ name: 'geolocation' }).then(({ state }) => state))).toBe('denied');
    await expect.poll(() => tiny.windows().length).toBe(2);
  });
});

engineTest('menu, theme and power events reach the page; keys of a debugger do not press accelerators', async ({ tiny, page }) => {
  await tiny.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('new-note')?.click());
  await expect(page.getByRole('list', { name: 'log' })).toHaveText('new-note');
  await page.keyboard.press('Control+Shift+N');
  await page.waitForTimeout(300);
  await expect(page.getByRole('listitem')).toHaveCount(1);
  await tiny.evaluate(({ nativeTheme }) => {
    nativeTheme.themeSource = 'dark';
  });
  await expect.poll(() => page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(true);
  const idle = await tiny.evaluate(async ({ powerMonitor, dialog }) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: ['/a'] });
    const suspended = new Promise((resolve) => powerMonitor.once('suspend', () => resolve('suspended')));
    powerMonitor.emit('suspend');
    return [powerMonitor.getSystemIdleTime() >= 0, await suspended, (await dialog.showOpenDialog({})).filePaths];
  });
  expect(idle).toEqual([true, 'suspended', ['/a']]);
});

engineTest('a page that crashes is reported, and its window can be destroyed', async ({ tiny, page }) => {
  await tiny.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer());
  await expect.poll(async () => (await facts(tiny)).gone).toEqual(['crashed']);
  const left = await tiny.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.destroy();
    return BrowserWindow.getAllWindows().length;
  });
  expect(left).toBe(1);
  await expect.poll(() => page.isClosed()).toBe(true);
});

engineTest('a window may refuse to close, and a second start hands its arguments over', async ({ tiny, page, scratch }) => {
  await tiny.evaluate(({ BrowserWindow, app }) => {
    BrowserWindow.getAllWindows()[0]?.once('close', (event) => event.preventDefault());
    app.once('second-instance', (_event, argv) => Object.assign(globalThis, { handed: argv.at(-1) }));
    BrowserWindow.getAllWindows()[0]?.close();
  });
  const executable = createRequire(import.meta.url)('electron') as unknown as string;
  const second = spawn(executable, [folder, `--user-data-dir=${join(scratch, 'settings-1')}`, '/somewhere/Example.case'], { stdio: 'ignore' });
  expect(await new Promise((resolve) => second.on('exit', resolve))).toBe(0);
  await expect.poll(() => tiny.evaluate(() => (globalThis as unknown as { handed: string }).handed)).toBe('/somewhere/Example.case');
  expect(page.isClosed()).toBe(false);
});
