import { done } from '#shared/kernel/reply.ts';
import { wholeFile } from '../../package-file.ts';
import type { DossierFormat } from '../format.ts';
import { bibTex } from './bibtex.ts';
import { citedSources } from './cited-source.ts';
import { cslJson } from './csl-json.ts';
import { ris } from './ris.ts';

export const citationsFormat: DossierFormat = {
  id: 'citations',
  title: 'CSL-JSON, BibTeX, RIS',
  about: 'its sources for Zotero and other reference managers',
  usual: false,
  varies: null,
  names: () => ['citations/sources.csl.json', 'citations/sources.bib', 'citations/sources.ris'],
  files: async function* (dossier) {
    const sources = citedSources(dossier);
    yield done(wholeFile('citations/sources.csl.json', cslJson(sources)));
    yield done(wholeFile('citations/sources.bib', bibTex(sources)));
    yield done(wholeFile('citations/sources.ris', ris(sources)));
  },
};
