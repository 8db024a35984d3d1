import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { nodePath } from './engine.ts';

/** `env` is what the found Chromium needs beside it; `windows` says whether it can show any. */
export type FoundChromium = { readonly path: string; readonly env: { readonly [name: string]: string }; readonly windows: boolean };

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'chrome',
  'brave-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
  'msedge',
  'vivaldi',
];

/** One named by the environment, else one on the machine, else the one an npm package carries. */
export function findChromium(): FoundChromium {
  const named = process.env['CORROBORATE_CHROMIUM'];
  if (named === 'npm') return packagedChromium();
  if (named !== undefined && named !== '') {
    if (!existsSync(named)) throw new Error('CORROBORATE_CHROMIUM names a file that does not exist.');
    return { path: named, env: {}, windows: true };
  }
  const onMachine = [...installedPlaces(), ...pathPlaces()].find(isProgram);
  return onMachine === undefined ? packagedChromium() : { path: onMachine, env: {}, windows: true };
}

function isProgram(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

function installedPlaces(): string[] {
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge', 'Brave Browser'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
  }
  if (process.platform !== 'win32') return [];
  const roots = ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap((name) => process.env[name] ?? []);
  const programs = ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe', 'BraveSoftware/Brave-Browser/Application/brave.exe'];
  return programs.flatMap((program) => roots.map((root) => join(root, program)));
}

function pathPlaces(): string[] {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.flatMap((folder) => names.map((name) => join(folder, name)));
}

/**
 * @sparticuz/chromium unpacks into the temp folder under well-known names, which another user could have put there first. So it is
 * unpacked once into this checkout's node_modules, by a child whose temp folder that is.
 */
function packagedChromium(): FoundChromium {
  const packageJson = locatePackage();
  const { version } = JSON.parse(readFileSync(packageJson, 'utf8')) as { version: string };
  const home = join(dirname(packageJson), '..', '..', '.cache', `corroborate-chromium-${version}`);
  if (!existsSync(join(home, 'chromium'))) unpack(dirname(packageJson), home);
  const fonts = existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: join(home, 'fonts') };
  const libraries = [join(home, 'al2023', 'lib'), ...(process.env['LD_LIBRARY_PATH']?.split(':') ?? [])].join(':');
  return { path: join(home, 'chromium'), env: { ...fonts, LD_LIBRARY_PATH: libraries }, windows: false };
}

function locatePackage(): string {
  if (process.platform === 'linux' && process.arch === 'x64') {
    try {
      return join(dirname(realpathSync(createRequire(import.meta.filename).resolve('@sparticuz/chromium'))), '..', 'package.json');
    } catch {
      // told below, together with the other ways out
    }
  }
  throw new Error(`No Chromium-family browser was found. Install one (${names.slice(0, 4).join(', ')}, …) or name one in CORROBORATE_CHROMIUM.`);
}

function unpack(packageFolder: string, home: string): void {
  const fresh = `${home}.${process.pid}`;
  mkdirSync(fresh, { recursive: true, mode: 0o700 });
  const script = `import { inflate } from ${JSON.stringify(join(packageFolder, 'build', 'lambdafs.js'))};
    await Promise.all(['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br'].map((name) => inflate(${JSON.stringify(`${packageFolder}/bin/`)} + name)));`;
  const { status, stderr } = spawnSync(nodePath, ['--input-type=module', '-e', script], { env: { ...process.env, TMPDIR: fresh }, encoding: 'utf8' });
  if (status !== 0) {
    rmSync(fresh, { recursive: true, force: true });
    throw new Error(`The Chromium in @sparticuz/chromium could not be unpacked: ${stderr.trim().split('\n').at(-1)}`);
  }
  try {
    renameSync(fresh, home);
  } catch {
    rmSync(fresh, { recursive: true, force: true }); // another start was faster
  }
}
