import { done } from '#shared/kernel/reply.ts';
import { wholeFile } from '../../package-file.ts';
import type { DossierFormat } from '../format.ts';
import { caseGraph } from './case-graph.ts';

export const caseUcoFormat: DossierFormat = {
  id: 'case-uco',
  title: 'CASE/UCO',
  about: 'for laboratories and courts: CASE 1.4 and UCO 1.4 as JSON-LD',
  usual: false,
  varies: null,
  names: () => ['dossier.case.jsonld'],
  files: async function* (dossier) {
    yield done(wholeFile('dossier.case.jsonld', `${JSON.stringify(caseGraph(dossier), null, 2)}\n`));
  },
};
