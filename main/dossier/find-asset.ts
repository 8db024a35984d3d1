import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Path of a file or folder under assets/: in the sources, or in out/ beside the bundle that runs. */
export function findAsset(name: string): string {
  const found = ['../assets', '../../assets', '../../../assets'].map((folder) => join(import.meta.dirname, folder, name)).find((path) => existsSync(path));
  if (!found) throw new Error(`assets/${name} is not where the build puts it`);
  return found;
}
