import { xml, xmlFile } from '../xml-text.ts';
import type { Graph } from './graph-of.ts';

/** GraphML (graphml.graphdrawing.org), which yEd, Gephi, Cytoscape and networkx read. */
export function graphMl({ nodes, edges }: Graph): string {
  return xmlFile(
    xml`<graphml xmlns="http://graphml.graphdrawing.org/xmlns"><key id="kind" for="node" attr.name="kind" attr.type="string"/><key id="label" for="node" attr.name="label" attr.type="string"/><key id="detail" for="node" attr.name="detail" attr.type="string"/><key id="relation" for="edge" attr.name="relation" attr.type="string"/><key id="why" for="edge" attr.name="detail" attr.type="string"/><graph id="dossier" edgedefault="directed">${nodes.map(
      ({ id, kind, name, detail }) => xml`
<node id="${id}"><data key="kind">${kind}</data><data key="label">${name}</data><data key="detail">${detail}</data></node>`,
    )}${edges.map(
      ({ id, from, to, relation, detail }) => xml`
<edge id="${id}" source="${from}" target="${to}"><data key="relation">${relation}</data><data key="why">${detail}</data></edge>`,
    )}</graph></graphml>`,
  );
}

/** GEXF 1.2draft, the newest that Gephi and networkx both read; `day` is the date of the dossier. */
export function gexf({ nodes, edges }: Graph, day: string): string {
  return xmlFile(
    xml`<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2"><meta lastmodifieddate="${day}"/><graph defaultedgetype="directed" mode="static"><attributes class="node" mode="static"><attribute id="0" title="kind" type="string"/><attribute id="1" title="detail" type="string"/></attributes><attributes class="edge" mode="static"><attribute id="0" title="detail" type="string"/></attributes><nodes count="${nodes.length}">${nodes.map(
      ({ id, kind, name, detail }) => xml`
<node id="${id}" label="${name}"><attvalues><attvalue for="0" value="${kind}"/><attvalue for="1" value="${detail}"/></attvalues></node>`,
    )}</nodes><edges count="${edges.length}">${edges.map(
      ({ id, from, to, relation, detail }) => xml`
<edge id="${id}" source="${from}" target="${to}" label="${relation}"><attvalues><attvalue for="0" value="${detail}"/></attvalues></edge>`,
    )}</edges></graph></gexf>`,
  );
}
