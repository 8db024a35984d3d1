export type EncodedPicture = {
  readonly mime: 'image/png' | 'image/jpeg';
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly width: number;
  readonly height: number;
};

/** Above this a lossless copy helps nobody and burdens every way it has to go; the original bytes are kept anyway. */
const largestPng = 16 * 1024 * 1024;
const jpegQuality = 0.9;

/** Draws a picture no longer than `longestSide` and encodes it from the pixels alone: no metadata, profile or trailing byte survives. */
export async function encodePicture(
  picture: ImageBitmap | OffscreenCanvas | HTMLCanvasElement,
  longestSide: number,
  wanted: EncodedPicture['mime'],
): Promise<EncodedPicture> {
  const canvas = drawScaled(picture, longestSide, wanted === 'image/jpeg');
  if (wanted === 'image/png') {
    const png = await encode(canvas, 'image/png');
    if (png.bytes.length <= largestPng) return png;
    return encode(drawScaled(canvas, longestSide, true), 'image/jpeg');
  }
  return encode(canvas, 'image/jpeg');
}

function drawScaled(picture: ImageBitmap | OffscreenCanvas | HTMLCanvasElement, longestSide: number, opaque: boolean): OffscreenCanvas {
  const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height));
  const canvas = new OffscreenCanvas(Math.max(1, Math.round(picture.width * scale)), Math.max(1, Math.round(picture.height * scale)));
  // Software drawing: the same pixels on every machine, whatever its graphics card.
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('pictures: no drawing context');
  if (opaque) {
    context.fillStyle = '#ffffff';
    context.fillRect(0, 0, canvas.width, canvas.height);
  }
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas;
}

async function encode(canvas: OffscreenCanvas, mime: EncodedPicture['mime']): Promise<EncodedPicture> {
  const blob = await canvas.convertToBlob({ type: mime, quality: jpegQuality });
  if (blob.type !== mime) throw new Error('pictures: the engine cannot encode this format');
  return { mime, bytes: new Uint8Array(await blob.arrayBuffer()), width: canvas.width, height: canvas.height };
}
