import type { Figure, Ink, Paint } from '#shared/dossier/figures/paint.ts';
import { visibleText } from '../visible-text.ts';
import { nothing, type Xml, xml } from '../xml-text.ts';
import { paragraph, run, textWidth } from './word-markup.ts';
import type { Numbers } from './written-parts.ts';

const inks: { readonly [I in Ink]: string } = {
  ...{ ink: '1A202C', soft: '4A5568', line: 'CBD5E0', accent: '1F3A5F', bad: '9B2C2C', good: '2B6636', panel: 'F7FAFC' },
};
const entities: { readonly [written: string]: string } = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };

/** How a figure is painted that {@link drawnFigure} is to read. */
export const wordPaint: Paint = {
  fill: (ink) => `fill="${inks[ink]}"`,
  stroke: (ink) => `stroke="${inks[ink]}"`,
  words: visibleText,
  escaped: (words) => words.replace(/[&<>]/g, (character) => Object.keys(entities).find((written) => entities[written] === character) ?? ''),
  font: 'Noto Sans',
};

/** Of the unit of length in DrawingML there are 12,700 in a point. */
const emuPerTwentieth = 635;
/** As much of a page as a figure may take, with its caption beneath. */
const tallest = 12_400 * emuPerTwentieth;
const letterUnits = 11;

/**
 * A figure as shapes that an editor can move and restyle, in a group with what it shows in words: Word and LibreOffice draw these, and neither
 * needs a picture beside them. Reads the lines, boxes, curves and words that figures are made of (shared/dossier/figures), and nothing else.
 */
export function drawnFigure(figure: Figure | null, name: string, numbers: Numbers): readonly Xml[] {
  if (figure === null) return [];
  const scale = Math.min((textWidth * emuPerTwentieth) / figure.width, tallest / figure.height);
  const emu = (units: number) => Math.round(units * scale);
  const [cx, cy] = [emu(figure.width), emu(figure.height)];
  const shapes = [...figure.svg.matchAll(/<(line|rect|path|text) ([^>]*?)(?:\/>|>([^<]*)<\/text>)/g)].map(([, kind = '', attributes = '', words = '']) =>
    shape({ kind, of: attributesOf(attributes), words, room: figure.width }, emu, numbers),
  );
  const drawing = xml`<w:r><mc:AlternateContent><mc:Choice Requires="wpg"><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="${cx}" cy="${cy}"/><wp:docPr id="${numbers.next()}" name="${name}" descr="${figure.alt}"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"><wpg:wgp><wpg:cNvGrpSpPr/><wpg:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${cx}" cy="${cy}"/><a:chOff x="0" y="0"/><a:chExt cx="${cx}" cy="${cy}"/></a:xfrm></wpg:grpSpPr>${shapes}</wpg:wgp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice></mc:AlternateContent></w:r>`;
  return [paragraph('Figure', [drawing]), paragraph('Caption', [run(figure.caption)])];
}

type Attributes = { readonly [name: string]: string };
/** `room`: the width of the figure. */
type Drawn = { readonly kind: string; readonly of: Attributes; readonly words: string; readonly room: number };
type Emu = (units: number) => number;
type Box = { readonly x: number; readonly y: number; readonly w: number; readonly h: number };

function attributesOf(text: string): Attributes {
  return Object.fromEntries([...text.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]));
}

function shape(drawn: Drawn, emu: Emu, numbers: Numbers): Xml {
  const { kind, of } = drawn;
  const number = (name: string) => Number(of[name] ?? 0);
  if (kind === 'text') return writing(drawn, emu, numbers);
  if (kind === 'rect') {
    const rounded = of['rx'] === undefined ? 'rect' : 'roundRect';
    const geometry = xml`<a:prstGeom prst="${rounded}"><a:avLst/></a:prstGeom>`;
    return part({ x: number('x'), y: number('y'), w: number('width'), h: number('height') }, geometry, of, emu, numbers);
  }
  const path = kind === 'line' ? `M${of['x1']} ${of['y1']}L${of['x2']} ${of['y2']}` : (of['d'] ?? '');
  const steps = [...path.matchAll(/([MLC])([^MLC]*)/g)].map(([, letter = '', points = '']) => ({ letter, points: pairs(points) }));
  const all = steps.flatMap(({ points }) => points);
  const [left, top] = [Math.min(...all.map(([x]) => x)), Math.min(...all.map(([, y]) => y))];
  const box = { x: left, y: top, w: Math.max(...all.map(([x]) => x)) - left, h: Math.max(...all.map(([, y]) => y)) - top };
  const point = ([x, y]: readonly [number, number]) => xml`<a:pt x="${emu(x - left)}" y="${emu(y - top)}"/>`;
  const lines = steps.map(({ letter, points }) => {
    if (letter === 'M') return xml`<a:moveTo>${points.map(point)}</a:moveTo>`;
    return letter === 'L' ? xml`<a:lnTo>${points.map(point)}</a:lnTo>` : xml`<a:cubicBezTo>${points.map(point)}</a:cubicBezTo>`;
  });
  const geometry = xml`<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst><a:path w="${emu(box.w)}" h="${emu(box.h)}" fill="none">${lines}</a:path></a:pathLst></a:custGeom>`;
  return part(box, geometry, { ...of, fill: 'none' }, emu, numbers);
}

function pairs(points: string): readonly (readonly [number, number])[] {
  const numbers = points.trim().split(/[ ,]+/).map(Number);
  return numbers.flatMap((x, index) => (index % 2 === 0 ? [[x, numbers[index + 1] ?? 0] as const] : []));
}

function part({ x, y, w, h }: Box, geometry: Xml, of: Attributes, emu: Emu, numbers: Numbers, inside: Xml = nothing): Xml {
  const fill = of['fill'] === undefined || of['fill'] === 'none' ? xml`<a:noFill/>` : solid(of['fill']);
  const dash = of['stroke-dasharray'] === undefined ? nothing : xml`<a:prstDash val="${Number.parseFloat(of['stroke-dasharray']) > 3 ? 'dash' : 'sysDot'}"/>`;
  const line =
    of['stroke'] === undefined ? xml`<a:ln><a:noFill/></a:ln>` : xml`<a:ln w="${emu(Number(of['stroke-width'] ?? 1))}">${solid(of['stroke'])}${dash}</a:ln>`;
  const kind = inside.xml === '' ? xml`<wps:cNvSpPr/>` : xml`<wps:cNvSpPr txBox="1"/>`;
  return xml`<wps:wsp><wps:cNvPr id="${numbers.next()}" name=""/>${kind}<wps:spPr><a:xfrm><a:off x="${emu(x)}" y="${emu(y)}"/><a:ext cx="${emu(w)}" cy="${emu(h)}"/></a:xfrm>${geometry}${fill}${line}</wps:spPr>${inside}<wps:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"/></wps:wsp>`;
}

const solid = (colour: string) => xml`<a:solidFill><a:srgbClr val="${colour}"/></a:solidFill>`;

/** One line of words in a box of its own, from its beginning or around its middle, whose baseline is at `y`. */
function writing({ of, words, room }: Drawn, emu: Emu, numbers: Numbers): Xml {
  const middle = of['text-anchor'] === 'middle';
  const [x, y] = [Number(of['x'] ?? 0), Number(of['y'] ?? 0)];
  // A box that stood out of the figure would have LibreOffice press all of it together.
  const width = middle ? 2 * Math.min(45, x, room - x) : Math.min(300, room - x);
  const text = words.replace(/&(?:amp|lt|gt);/g, (written) => entities[written] ?? '');
  const size = Math.max(8, Math.round((emu(letterUnits) / 12_700) * 2));
  const said = xml`<w:r><w:rPr>${of['font-weight'] === 'bold' ? xml`<w:b/>` : nothing}<w:color w:val="${of['fill'] ?? inks.ink}"/><w:sz w:val="${size}"/><w:szCs w:val="${size}"/></w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
  const inside = xml`<wps:txbx><w:txbxContent><w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/><w:jc w:val="${middle ? 'center' : 'left'}"/></w:pPr>${said}</w:p></w:txbxContent></wps:txbx>`;
  const box = { x: middle ? x - width / 2 : x, y: y - letterUnits - 1, w: width, h: letterUnits + 5 };
  return part(box, xml`<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>`, {}, emu, numbers, inside);
}
