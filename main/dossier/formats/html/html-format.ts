import { done } from '#shared/kernel/reply.ts';
import type { DossierFormat } from '../format.ts';
import { writeHtml } from './write-html.ts';

export const htmlFormat: DossierFormat = {
  id: 'html',
  title: 'HTML',
  about: 'one file that opens in any browser',
  usual: true,
  varies: null,
  names: () => ['dossier.html'],
  files: async function* (dossier, copies, { signer }) {
    yield done({ path: 'dossier.html', pieces: writeHtml(dossier, copies, signer) });
  },
};
