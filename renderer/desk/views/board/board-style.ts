import type { StylesheetJson } from 'cytoscape';
import type { DrawnColours } from '../../components/drawn-colours/drawn-colours.ts';

/** How the board looks: shape and colour by kind, red and dashed for what speaks against, thin for what follows from the record. */
export function boardStyle(colours: DrawnColours, fontFamily: string): StylesheetJson {
  const kind = (name: string, shape: string, line: string, fill: string) => ({
    selector: `node[kind="${name}"]`,
    style: { shape, 'border-color': line, 'background-color': fill },
  });
  return [
    {
      selector: 'node',
      style: {
        width: 26,
        height: 26,
        'border-width': 2,
        label: 'data(label)',
        color: colours.text,
        'font-family': fontFamily,
        'font-size': 12,
        'text-valign': 'bottom',
        'text-margin-y': 5,
        'text-wrap': 'ellipsis',
        'text-max-width': '130px',
        'text-background-color': colours.sunken,
        'text-background-opacity': 0.8,
        'text-background-padding': '2px',
        'min-zoomed-font-size': 6,
      },
    },
    kind('claim', 'round-rectangle', colours.calm, colours.calmSurface),
    kind('evidence', 'rectangle', colours.good, colours.goodSurface),
    kind('source', 'hexagon', colours.odd, colours.oddSurface),
    kind('note', 'round-tag', colours.warn, colours.warnSurface),
    kind('entity', 'ellipse', colours.soft, colours.dullSurface),
    { selector: 'node[?against]', style: { 'border-color': colours.bad, 'border-style': 'double', 'border-width': 4 } },
    { selector: 'node[?pinned]', style: { 'border-width': 4 } },
    { selector: 'node[?atRisk]', style: { 'underlay-color': colours.bad, 'underlay-opacity': 0.22, 'underlay-padding': 5, 'underlay-shape': 'ellipse' } },
    {
      selector: 'edge',
      style: {
        width: 1,
        'line-color': colours.border,
        'target-arrow-color': colours.border,
        'target-arrow-shape': 'triangle',
        'arrow-scale': 0.7,
        'curve-style': 'haystack',
        'haystack-radius': 0,
        color: colours.soft,
        'font-family': fontFamily,
        'font-size': 11,
        'text-background-color': colours.sunken,
        'text-background-opacity': 0.9,
        'text-background-padding': '2px',
        'text-rotation': 'autorotate',
        'min-zoomed-font-size': 6,
      },
    },
    {
      selector: 'edge[?drawn]',
      style: { width: 2, 'curve-style': 'bezier', label: 'data(label)', 'line-color': colours.control, 'target-arrow-color': colours.control },
    },
    { selector: 'edge[sense="for"]', style: { 'line-color': colours.good, 'target-arrow-color': colours.good, color: colours.good } },
    {
      selector: 'edge[sense="against"]',
      style: {
        width: 3,
        'line-style': 'dashed',
        'line-color': colours.bad,
        'target-arrow-color': colours.bad,
        'target-arrow-shape': 'tee',
        color: colours.bad,
      },
    },
    { selector: 'node.chosen', style: { 'overlay-color': colours.focus, 'overlay-opacity': 0.22, 'overlay-padding': 6, 'font-weight': 620, 'z-index': 10 } },
    { selector: 'edge.chosen', style: { width: 4, 'line-color': colours.focus, 'target-arrow-color': colours.focus } },
    { selector: '.dimmed', style: { opacity: 0.28 } },
  ] as StylesheetJson;
}
