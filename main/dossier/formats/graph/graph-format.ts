import { done } from '#shared/kernel/reply.ts';
import { wholeFile } from '../../package-file.ts';
import { csvText } from '../csv/csv-text.ts';
import type { DossierFormat } from '../format.ts';
import { graphOf } from './graph-of.ts';
import { gexf, graphMl } from './graph-xml.ts';

export const graphFormat: DossierFormat = {
  id: 'graph',
  title: 'GraphML, GEXF',
  about: 'its link chart for Gephi and yEd, and as two tables for i2 and Maltego',
  usual: false,
  varies: null,
  names: () => ['graph/dossier.graphml', 'graph/dossier.gexf', 'graph/nodes.csv', 'graph/edges.csv'],
  files: async function* (dossier) {
    const graph = graphOf(dossier);
    yield done(wholeFile('graph/dossier.graphml', graphMl(graph)));
    yield done(wholeFile('graph/dossier.gexf', gexf(graph, dossier.asOf.slice(0, 10))));
    const nodes = graph.nodes.map(({ id, kind, name, detail }) => [id, kind, name, detail]);
    yield done(wholeFile('graph/nodes.csv', csvText(['id', 'kind', 'label', 'detail'], nodes)));
    const edges = graph.edges.map(({ id, from, to, relation, detail }) => [id, from, to, relation, detail]);
    yield done(wholeFile('graph/edges.csv', csvText(['id', 'source', 'target', 'relation', 'detail'], edges)));
  },
};
