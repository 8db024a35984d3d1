import { escapeXml } from '../graph/escape-xml.ts';
import type { LinkType } from '../link/link.ts';
import { isOpposing } from '../link/link-sense.ts';
import { labelLines, shortened } from './label-lines.ts';
import type { Placed } from './lay-out.ts';

export type DrawnNode = { readonly id: string; readonly kind: string; readonly label: string; readonly remark: string };
export type DrawnEdge = { readonly from: string; readonly to: string; readonly relation: string; readonly label: string; readonly drawn: boolean };

const box = { width: 168, height: 52 };
const lettersOfLine = 27;
const margin = 60;
const strokes: { readonly [kind: string]: string } = { source: '#6a3aa8', evidence: '#146c43', claim: '#1f57c9', note: '#7a4a00', entity: '#474e5b' };

/** A board as SVG 1.1: readable without our program, without script, and without anything from outside. Red and dashed is what speaks against. */
export function drawBoard(title: string, nodes: readonly DrawnNode[], edges: readonly DrawnEdge[], places: ReadonlyMap<string, Placed>): string {
  const at = (id: string): Placed => places.get(id) ?? { x: 0, y: 0 };
  const xs = nodes.map((node) => at(node.id).x);
  const ys = nodes.map((node) => at(node.id).y);
  const left = least(xs) - box.width / 2 - margin;
  const top = least(ys) - box.height / 2 - margin;
  const width = -least(xs.map((x) => -x)) + box.width / 2 + margin - left;
  const height = -least(ys.map((y) => -y)) + box.height / 2 + margin - top;
  const round = (value: number) => String(Math.round(value * 10) / 10);
  const lines = edges.map((edge) => {
    const [a, b] = [at(edge.from), at(edge.to)];
    const end = borderPoint(a, b);
    const against = isOpposing(edge.relation as LinkType);
    const look = against ? ' stroke="#a8201a" stroke-width="2" stroke-dasharray="6 3"' : ` stroke="#868e9c" stroke-width="${edge.drawn ? '1.4' : '0.8'}"`;
    const line = `<path d="M${round(a.x)} ${round(a.y)}L${round(end.x)} ${round(end.y)}"${look} marker-end="url(#${against ? 'against' : 'end'})" fill="none"/>`;
    const words = edge.drawn
      ? `<text x="${round((a.x + b.x) / 2)}" y="${round((a.y + b.y) / 2 - 4)}" text-anchor="middle" font-size="10" fill="${against ? '#a8201a' : '#474e5b'}">${escapeXml(edge.label)}</text>`
      : '';
    return line + words;
  });
  const boxes = nodes.map((node) => {
    const { x, y } = at(node.id);
    const frame = `<rect x="${round(x - box.width / 2)}" y="${round(y - box.height / 2)}" width="${box.width}" height="${box.height}" rx="5" fill="#ffffff" stroke="${strokes[node.kind] ?? '#474e5b'}" stroke-width="1.5"/>`;
    const text = (words: string, dy: number, size: number, fill: string) =>
      `<text x="${round(x)}" y="${round(y + dy)}" text-anchor="middle" font-size="${size}" fill="${fill}">${escapeXml(words)}</text>`;
    const [first, second] = labelLines(node.label, lettersOfLine);
    const label = second === undefined ? text(first, -3, 11, '#1a1d23') : text(first, -9, 11, '#1a1d23') + text(second, 4, 11, '#1a1d23');
    const remark = text(shortened(node.remark, lettersOfLine + 5), 18, 9, '#5d6573');
    return `<g><title>${escapeXml(node.label)}</title>${frame}${label}${remark}</g>`;
  });
  const marker = (id: string, fill: string) =>
    `<marker id="${id}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0L8 4L0 8z" fill="${fill}"/></marker>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${[left, top, width, height].map(round).join(' ')}" width="${round(width)}" height="${round(height)}" font-family="Noto Sans, Noto Sans KR, sans-serif">`,
    `<title>${escapeXml(title)}</title>`,
    `<defs>${marker('end', '#868e9c')}${marker('against', '#a8201a')}</defs>`,
    `<rect x="${round(left)}" y="${round(top)}" width="${round(width)}" height="${round(height)}" fill="#ffffff"/>`,
    ...lines,
    ...boxes,
    '</svg>',
    '',
  ].join('\n');
}

function least(values: readonly number[]): number {
  return values.reduce((a, b) => Math.min(a, b), values[0] ?? 0);
}

/** Where the line from `a` meets the frame of the box at `b`. */
function borderPoint(a: Placed, b: Placed): Placed {
  const [dx, dy] = [a.x - b.x, a.y - b.y];
  const share = Math.min(1, box.width / 2 / (Math.abs(dx) || 1e-9), box.height / 2 / (Math.abs(dy) || 1e-9));
  return { x: b.x + dx * share, y: b.y + dy * share };
}
