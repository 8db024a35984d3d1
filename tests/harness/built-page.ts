import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');

/** The folder of one of the app's pages as `npm run build` writes it, built anew when its sources are newer. */
export function builtPage(page: 'desk' | 'quarantine'): string {
  execFileSync(process.execPath, ['build.mjs', '--if-stale'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  return join(root, 'out', 'renderer', page);
}
