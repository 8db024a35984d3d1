import type { StylesheetJson } from 'cytoscape';
import type { DrawnColours } from '../../components/drawn-colours/drawn-colours.ts';

const [objectSize, leastObjectOnScreen] = [26, 8];
const [letterSize, leastLetterOnScreen, mostLetterGrowth] = [12, 9, 2];

/** A zoom below 1 in steps of half an octave, each of which is a style for all that is drawn; 1 above. */
export function zoomStep(zoom: number): number {
  return zoom >= 1 ? 1 : 2 ** (Math.floor(Math.log2(zoom) * 2) / 2);
}

/**
 * How the board looks: shape and colour by kind, red and dashed for what speaks against, thin for what follows from the record. From afar objects
 * and lines are drawn larger, so that they stay in sight; letters too, until there is no room for them.
 */
export function boardStyle(colours: DrawnColours, fontFamily: string, step: number): StylesheetJson {
  const growth = Math.max(1, leastObjectOnScreen / (objectSize * step));
  const letterGrowth = Math.min(mostLetterGrowth, Math.max(1, leastLetterOnScreen / (letterSize * step)));
  const line = (width: number) => width * growth;
  const kind = (name: string, shape: string, border: string, fill: string) => ({
    selector: `node[kind="${name}"]`,
    style: { shape, 'border-color': border, 'background-color': fill },
  });
  return [
    {
      selector: 'node',
      style: {
        width: objectSize * growth,
        height: objectSize * growth,
        'border-width': line(2),
        label: 'data(label)',
        color: colours.text,
        'font-family': fontFamily,
        'font-size': letterSize * letterGrowth,
        'text-valign': 'bottom',
        'text-margin-y': 5,
        'text-wrap': 'wrap',
        'text-max-width': `${200 * letterGrowth}px`,
        'line-height': 1.15,
        'text-background-color': colours.sunken,
        'text-background-opacity': 0.8,
        'text-background-padding': '2px',
        'min-zoomed-font-size': 8,
      },
    },
    kind('claim', 'round-rectangle', colours.calm, colours.calmSurface),
    kind('evidence', 'rectangle', colours.good, colours.goodSurface),
    kind('source', 'hexagon', colours.odd, colours.oddSurface),
    kind('note', 'round-tag', colours.warn, colours.warnSurface),
    kind('entity', 'ellipse', colours.soft, colours.dullSurface),
    { selector: 'node[?against]', style: { 'border-color': colours.bad, 'border-style': 'double', 'border-width': line(4) } },
    { selector: 'node[?pinned]', style: { 'border-width': line(4) } },
    { selector: 'node[?atRisk]', style: { 'underlay-color': colours.bad, 'underlay-opacity': 0.22, 'underlay-padding': line(5), 'underlay-shape': 'ellipse' } },
    {
      selector: 'edge',
      style: {
        width: line(1),
        'line-color': colours.border,
        'target-arrow-color': colours.border,
        'target-arrow-shape': 'triangle',
        'arrow-scale': 0.7,
        'curve-style': 'haystack',
        'haystack-radius': 0,
        color: colours.soft,
        'font-family': fontFamily,
        'font-size': 11 * letterGrowth,
        'text-background-color': colours.sunken,
        'text-background-opacity': 0.9,
        'text-background-padding': '2px',
        'text-rotation': 'autorotate',
        'min-zoomed-font-size': 8,
      },
    },
    {
      selector: 'edge[?drawn]',
      style: { width: line(2), 'curve-style': 'bezier', label: 'data(label)', 'line-color': colours.control, 'target-arrow-color': colours.control },
    },
    { selector: 'edge[sense="for"]', style: { 'line-color': colours.good, 'target-arrow-color': colours.good, color: colours.good } },
    {
      selector: 'edge[sense="against"]',
      style: {
        width: line(3),
        'line-style': 'dashed',
        'line-color': colours.bad,
        'target-arrow-color': colours.bad,
        'target-arrow-shape': 'tee',
        color: colours.bad,
      },
    },
    {
      selector: 'node.chosen',
      style: { 'overlay-color': colours.focus, 'overlay-opacity': 0.22, 'overlay-padding': line(6), 'font-weight': 620, 'z-index': 10 },
    },
    { selector: 'edge.chosen', style: { width: line(4), 'line-color': colours.focus, 'target-arrow-color': colours.focus } },
    { selector: '.dimmed', style: { opacity: colours.dimmed } },
  ] as StylesheetJson;
}
