// Builds the native part of better-sqlite3-multiple-ciphers, which install scripts would have done where they are allowed.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
const cwd = join(root, 'node_modules', 'better-sqlite3-multiple-ciphers');
const ofNode = [join(dirname(process.execPath), '..'), '/usr'].find((folder) => existsSync(join(folder, 'include', 'node', 'node.h')));
const gyp = [join(root, 'node_modules', 'node-gyp', 'bin', 'node-gyp.js')].find((path) => existsSync(path));
if (!gyp) throw new Error('node-gyp is not there: npm install first');
const args = [gyp, 'rebuild', '--release', ...(ofNode ? [`--nodedir=${ofNode}`] : [])];
const { status } = spawnSync(process.execPath, args, { cwd, stdio: 'inherit' });
process.exitCode = status ?? 1;
