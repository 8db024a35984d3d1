import type { LinkType } from '#shared/domain/link/link.ts';
import type { DossierLink, Endpoint } from '../dossier-content.ts';
import { linkWords } from '../dossier-wording.ts';
import type { RedactedDossier } from '../redacted-dossier.ts';
import { figureWords } from '../report-wording.ts';
import { at, type Figure, fitted, type Ink, type Paint, svg } from './paint.ts';

type Node = { readonly key: string; readonly label: string; readonly words: string; readonly column: 0 | 1 | 2 };

const [width, boxWidth, boxHeight, gap, top, edgeRoom, mostLinks] = [680, 186, 28, 12, 10, 1, 40];
const against: readonly LinkType[] = ['contradicts', 'refutes', 'not-same-as'];
const bears: readonly LinkType[] = ['supports', 'corroborates', 'depicts', 'quotes', 'mentions'];

/**
 * What is linked with what: exhibits and sources on the left, claims in the middle, people, organisations and things on the right. The places
 * follow from the numbers, so that every edition has the same chart. Null when there is less than one link to draw.
 */
export function linkChartFigure(dossier: RedactedDossier, paint: Paint): Figure | null {
  const links = dossier.links.filter(({ from, to }) => keyOf(from) !== '' && keyOf(to) !== '').slice(0, mostLinks);
  if (links.length === 0) return null;
  const nodes = nodesOf(dossier, links);
  const columns = arrange(nodes, links);
  const tall = Math.max(...columns.map((column) => column.length));
  const height = top * 2 + tall * (boxHeight + gap) - gap;
  const place = new Map(
    columns.flatMap((column, index) => {
      const start = top + ((tall - column.length) * (boxHeight + gap)) / 2;
      return column.map(
        (node, row) => [node.key, { x: edgeRoom + (index * (width - 2 * edgeRoom - boxWidth)) / 2, y: start + row * (boxHeight + gap) }] as const,
      );
    }),
  );
  const middleRows = (columns[1] ?? []).map(({ key }) => place.get(key)?.y ?? 0);
  const parts = [
    ...links.map((link) => edge(link, place, middleRows, paint)),
    ...nodes.flatMap((node) => {
      const { x = 0, y = 0 } = place.get(node.key) ?? {};
      return [
        `<rect x="${at(x)}" y="${at(y)}" width="${boxWidth}" height="${boxHeight}" rx="4" stroke-width="0.8" ${paint.fill('panel')} ${paint.stroke('line')}/>`,
        `<text x="${at(x + 8)}" y="${at(y + 18)}" font-weight="bold" ${paint.fill('accent')}>${node.label}</text>`,
        `<text x="${at(x + 38)}" y="${at(y + 18)}" ${paint.fill('ink')}>${fitted(node.words, boxWidth - 38 - 8, paint)}</text>`,
      ];
    }),
  ];
  return {
    ...{ width, height, svg: svg(width, height, parts, paint.font) },
    alt: figureWords.chartAlt(links.map(({ from, type, to }) => `${nameOf(from)} ${linkWords[type]} ${nameOf(to)}`)),
    caption: figureWords.chartCaption(dossier.links.length - links.length),
  };
}

function keyOf({ label, name }: Endpoint): string {
  return label ?? name;
}

function nameOf({ label, name }: Endpoint): string {
  return label === null || /^[PR]/.test(label) ? name : label;
}

function nodesOf(dossier: RedactedDossier, links: readonly DossierLink[]): readonly Node[] {
  const ends = new Map(links.flatMap(({ from, to }) => [from, to]).map((end) => [keyOf(end), end]));
  const claimText = new Map(dossier.claims.map(({ label, text }) => [label, text]));
  return [...ends].map(([key, { label, name }]) => ({
    ...{ key, label: label ?? '·' },
    words: claimText.get(label ?? '') ?? (label?.startsWith('W') ? figureWords.withheld : name),
    column: label === null ? 2 : /^[ERW]/.test(label) ? 0 : label.startsWith('C') ? 1 : 2,
  }));
}

/** Three columns, each ordered by where its neighbours stand, twice: few lines cross then, and chance has no part in it. */
function arrange(nodes: readonly Node[], links: readonly DossierLink[]): readonly (readonly Node[])[] {
  const byNumber = (a: Node, b: Node) => a.label.localeCompare(b.label, 'en', { numeric: true }) || (a.key < b.key ? -1 : 1);
  let columns = [0, 1, 2].map((column) => nodes.filter((node) => node.column === column).toSorted(byNumber));
  for (let round = 0; round < 2; round += 1) {
    const rank = new Map(columns.flatMap((column) => column.map((node, row) => [node.key, (row + 0.5) / column.length] as const)));
    const middle = (key: string): number => {
      const ranks = links.flatMap(({ from, to }) => (keyOf(from) === key ? [rank.get(keyOf(to)) ?? 0] : keyOf(to) === key ? [rank.get(keyOf(from)) ?? 0] : []));
      return ranks.reduce((sum, one) => sum + one, 0) / Math.max(1, ranks.length);
    };
    columns = columns.map((column) => column.toSorted((a, b) => middle(a.key) - middle(b.key) || byNumber(a, b)));
  }
  return columns;
}

type Places = ReadonlyMap<string, { readonly x: number; readonly y: number }>;

/** Where a line may pass between the boxes of the middle column without going behind one; the way that turns least. */
function passage(wanted: number, rows: readonly number[]): number {
  const ways = [(rows[0] ?? 0) - gap / 2, ...rows.map((row) => row + boxHeight + gap / 2)];
  return ways.reduce((best, way) => (Math.abs(way - wanted) < Math.abs(best - wanted) ? way : best));
}

function edge({ from, to, type }: DossierLink, place: Places, middleRows: readonly number[], paint: Paint): string {
  const [a, b] = [place.get(keyOf(from)), place.get(keyOf(to))];
  if (!a || !b) return '';
  const ink: Ink = against.includes(type) ? 'bad' : bears.includes(type) ? 'good' : 'soft';
  const [start, end] = [a.y + boxHeight / 2, b.y + boxHeight / 2];
  const dashes = ink === 'bad' ? ' stroke-dasharray="5 3"' : ink === 'soft' ? ' stroke-dasharray="1.5 2.5"' : '';
  const line = `fill="none" stroke-width="1.3"${dashes} ${paint.stroke(ink)}`;
  if (a.x === b.x) {
    // Within a column the line goes round on its outer side.
    const side = a.x + boxWidth;
    const far = side + 20 + Math.min(40, Math.abs(end - start) / 6);
    return a.x < 300 || a.x + boxWidth + 60 < width
      ? `<path d="M${at(side)} ${at(start)}C${at(far)} ${at(start)} ${at(far)} ${at(end)} ${at(side)} ${at(end)}" ${line}/>`
      : `<path d="M${at(a.x)} ${at(start)}C${at(a.x - 40)} ${at(start)} ${at(a.x - 40)} ${at(end)} ${at(a.x)} ${at(end)}" ${line}/>`;
  }
  const [x1, x2] = a.x < b.x ? [a.x + boxWidth, b.x] : [a.x, b.x + boxWidth];
  const middle = (x1 + x2) / 2;
  if (Math.abs(x2 - x1) > boxWidth && middleRows.length > 0) {
    // From the first column to the last: through a gap of the one between.
    const way = passage((start + end) / 2, middleRows);
    const [near, far] = a.x < b.x ? [middle - boxWidth / 2, middle + boxWidth / 2] : [middle + boxWidth / 2, middle - boxWidth / 2];
    const [before, after] = [(x1 + near) / 2, (far + x2) / 2];
    return `<path d="M${at(x1)} ${at(start)}C${at(before)} ${at(start)} ${at(before)} ${at(way)} ${at(near)} ${at(way)}L${at(far)} ${at(way)}C${at(after)} ${at(way)} ${at(after)} ${at(end)} ${at(x2)} ${at(end)}" ${line}/>`;
  }
  return `<path d="M${at(x1)} ${at(start)}C${at(middle)} ${at(start)} ${at(middle)} ${at(end)} ${at(x2)} ${at(end)}" ${line}/>`;
}
