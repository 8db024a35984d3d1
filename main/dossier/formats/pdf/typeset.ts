import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { findAsset } from '../../find-asset.ts';
import { fontFiles } from './font-files.ts';

/** A file that the template can read, by its path from the root of its world. It exists in memory only. */
export type TypesetFile = { readonly path: string; readonly bytes: Uint8Array };

/**
 * Runs the static template over `files` and gives the PDF/A-3a. The template is the same for every dossier: what a case says is
 * only ever data to it. Rejects when typesetting fails, which is a bug of the template, and when `cancelled` turns true.
 */
export async function typeset(template: string, files: readonly TypesetFile[], cancelled: () => boolean): Promise<Uint8Array | 'cancelled'> {
  const { regular, bold } = fontFiles();
  const worker = new Worker(workerFile(), {
    workerData: {
      compilerModule: createRequire(import.meta.url).resolve('@myriaddreamin/typst-ts-node-compiler'),
      fonts: [...regular, ...bold],
      template,
      files,
      workspace: findAsset('dossier'),
    },
    env: {},
    stdin: false,
  });
  let asking: ReturnType<typeof setInterval> | undefined;
  try {
    return await new Promise<Uint8Array | 'cancelled'>((resolve, reject) => {
      asking = setInterval(() => cancelled() && resolve('cancelled'), 100);
      worker.once('message', (answer: { readonly pdf: Uint8Array } | { readonly error: string }) => {
        if ('pdf' in answer) resolve(answer.pdf);
        else reject(new Error(answer.error));
      });
      worker.once('error', reject);
      worker.once('exit', (code) => reject(new Error(`typesetting: the thread ended with ${code}`)));
    });
  } finally {
    clearInterval(asking);
    await worker.terminate();
  }
}

/** The worker lies beside this file in the sources, beside the bundle in out/main, and one folder over for other bundles. */
function workerFile(): string {
  const found = ['typeset-worker.cjs', '../main/typeset-worker.cjs'].map((name) => join(import.meta.dirname, name)).find((path) => existsSync(path));
  if (!found) throw new Error('typesetting: typeset-worker.cjs is not where the build puts it');
  return found;
}
