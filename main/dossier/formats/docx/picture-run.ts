import { type Xml, xml } from '../xml-text.ts';
import { textWidth } from './word-markup.ts';
import type { Numbers } from './written-parts.ts';

const emuPerTwentieth = 635;
const widestPicture = textWidth * emuPerTwentieth;
const tallestPicture = 11 * 360_000;
/** A region in shares of the picture's width and height. */
type Frame = { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
type Size = { readonly width: number; readonly height: number };

/**
 * A picture by its relation, no wider than the text and no taller than 11 cm, with what it shows in words for those who do not see it. Frames are
 * shapes over it, in one group with it; a program that knows no groups shows the picture alone.
 */
export function pictureRun(relation: string, size: Size, alternative: string, frames: readonly Frame[], numbers: Numbers): Xml {
  const scale = Math.min(widestPicture / size.width, tallestPicture / size.height, 9525);
  const [cx, cy] = [Math.round(size.width * scale), Math.round(size.height * scale)];
  const names = (number: number) => xml`id="${number}" name="${relation}" descr="${alternative}"`;
  const drawn = () =>
    xml`<pic:pic><pic:nvPicPr><pic:cNvPr ${names(numbers.next())}/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="${relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${cx}" cy="${cy}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:ln w="6350"><a:solidFill><a:srgbClr val="A0AEC0"/></a:solidFill></a:ln></pic:spPr></pic:pic>`;
  const inline = (kind: string, content: Xml) =>
    xml`<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="${cx}" cy="${cy}"/><wp:docPr ${names(numbers.next())}/><a:graphic><a:graphicData uri="${kind}">${content}</a:graphicData></a:graphic></wp:inline></w:drawing>`;
  const alone = () => inline('http://schemas.openxmlformats.org/drawingml/2006/picture', drawn());
  if (frames.length === 0) return xml`<w:r>${alone()}</w:r>`;
  const group = xml`<wpg:wgp><wpg:cNvGrpSpPr/><wpg:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${cx}" cy="${cy}"/><a:chOff x="0" y="0"/><a:chExt cx="${cx}" cy="${cy}"/></a:xfrm></wpg:grpSpPr>${drawn()}${frames.map((frame) => outline(frame, cx, cy, numbers))}</wpg:wgp>`;
  return xml`<w:r><mc:AlternateContent><mc:Choice Requires="wpg">${inline('http://schemas.microsoft.com/office/word/2010/wordprocessingGroup', group)}</mc:Choice><mc:Fallback>${alone()}</mc:Fallback></mc:AlternateContent></w:r>`;
}

function outline({ x, y, w, h }: Frame, cx: number, cy: number, numbers: Numbers): Xml {
  const [left, top] = [Math.round(x * cx), Math.round(y * cy)];
  const [width, height] = [Math.min(Math.round(w * cx), cx - left), Math.min(Math.round(h * cy), cy - top)];
  return xml`<wps:wsp><wps:cNvPr id="${numbers.next()}" name=""/><wps:cNvSpPr/><wps:spPr><a:xfrm><a:off x="${left}" y="${top}"/><a:ext cx="${width}" cy="${height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln w="19050"><a:solidFill><a:srgbClr val="D4001A"/></a:solidFill></a:ln></wps:spPr><wps:bodyPr/></wps:wsp>`;
}
