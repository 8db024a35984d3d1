import { type FoundFace, findFaces, type Pixels, withoutDoubles } from './find-faces.ts';
import { faceModel } from './model.ts';

/** A face as it is proposed: whole pixels inside the upright picture, with room for hair and chin. */
export type ProposedFace = { readonly x: number; readonly y: number; readonly w: number; readonly h: number; readonly score: number };

/** The picture is looked at twice: small for large faces, larger for those that are small in it. Multiples of 32. */
const sides = [416, 832] as const;
/** Rather one box too many: a person looks at each, and a face that is not proposed may not be seen by anybody. */
const least = 0.3;
const room = 0.15;
const mostFaces = 200;

/** Where faces may be. A proposal and no more: faces from the side, from above, covered, or smaller than a twentieth of the picture are missed. */
export function proposeFaces(picture: ImageBitmap): readonly ProposedFace[] {
  const model = faceModel();
  const longest = Math.max(picture.width, picture.height);
  const found = sides
    .filter((side, index) => index === 0 || longest > side / 2)
    .flatMap((side) => {
      const scale = longest / side;
      return findFaces(model, squareOf(picture, side), least).map((face) => scaled(face, scale));
    });
  return withoutDoubles(found)
    .slice(0, mostFaces)
    .flatMap((face) => inside(face, picture));
}

/** The picture in the upper left corner of a black square. */
function squareOf(picture: ImageBitmap, side: number): Pixels {
  const canvas = new OffscreenCanvas(side, side);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('faces: no drawing context');
  const scale = side / Math.max(picture.width, picture.height);
  context.fillStyle = '#000000';
  context.fillRect(0, 0, side, side);
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, 0, 0, Math.max(1, Math.round(picture.width * scale)), Math.max(1, Math.round(picture.height * scale)));
  return { width: side, height: side, data: context.getImageData(0, 0, side, side).data };
}

function scaled({ x, y, w, h, score }: FoundFace, by: number): FoundFace {
  return { x: x * by, y: y * by, w: w * by, h: h * by, score };
}

function inside({ x, y, w, h, score }: FoundFace, { width, height }: ImageBitmap): readonly ProposedFace[] {
  const [left, top] = [Math.max(0, Math.floor(x - w * room)), Math.max(0, Math.floor(y - h * 2 * room))];
  const [right, bottom] = [Math.min(width, Math.ceil(x + w * (1 + room))), Math.min(height, Math.ceil(y + h * (1 + room)))];
  return right - left < 4 || bottom - top < 4 ? [] : [{ x: left, y: top, w: right - left, h: bottom - top, score: Math.min(1, Math.max(0, score)) }];
}
