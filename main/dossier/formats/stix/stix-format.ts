import { done } from '#shared/kernel/reply.ts';
import { wholeFile } from '../../package-file.ts';
import type { DossierFormat } from '../format.ts';
import { stixBundle } from './stix-bundle.ts';

export const stixFormat: DossierFormat = {
  id: 'stix',
  title: 'STIX 2.1',
  about: 'for threat intelligence platforms, MISP and OpenCTI',
  usual: false,
  varies: null,
  names: () => ['dossier.stix.json'],
  files: async function* (dossier) {
    yield done(wholeFile('dossier.stix.json', `${JSON.stringify(stixBundle(dossier), null, 2)}\n`));
  },
};
