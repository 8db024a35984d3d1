/** A convolution of the model: weights as eight-bit numbers, each tensor with its scale and its smallest value. */
export type FaceModel = { readonly weights: Uint8Array; readonly tensors: readonly FaceTensor[] };
export type FaceTensor = { readonly name: string; readonly shape: readonly number[]; readonly scale: number; readonly min: number };
/** Colours of pixels as RGBA, and how many there are. */
export type Pixels = { readonly width: number; readonly height: number; readonly data: Uint8ClampedArray };
/** Pixels of the picture that was looked at; `score` between 0 and 1. */
export type FoundFace = { readonly x: number; readonly y: number; readonly w: number; readonly h: number; readonly score: number };

/** Rows of pixels, each pixel with all its channels beside each other. */
type Sheet = { readonly size: number; readonly channels: number; readonly values: Float32Array };

/** What the model was trained with: the mean of its pictures, and the shapes of faces in cells of its last sheet. */
const meanColour = [117.001, 114.697, 97.404] as const;
const shapes = [
  [1.603231, 2.094468],
  [6.041143, 7.080126],
  [2.882459, 3.518061],
  [4.266906, 5.178857],
  [9.041765, 10.66308],
] as const;
const numbersOfShape = 5;

/**
 * Faces that the tiny face detector of face-api (MIT) sees in a square of pixels: seven convolutions, five of them split by depth, in plain
 * arithmetic. `square` is the picture in its upper left corner, the rest black; its side is a multiple of 32.
 */
export function findFaces({ weights, tensors }: FaceModel, square: Pixels, least: number): readonly FoundFace[] {
  const numbers = unpacked(weights, tensors);
  let sheet = pooled(leaky(convolved(inputOf(square), numbers('conv0/filters'), numbers('conv0/bias'))), 2);
  for (let layer = 1; layer <= 5; layer += 1) {
    const spread = byDepth(sheet, numbers(`conv${layer}/depthwise_filter`));
    sheet = pooled(leaky(mixed(spread, numbers(`conv${layer}/pointwise_filter`), numbers(`conv${layer}/bias`))), layer === 5 ? 1 : 2);
  }
  return facesIn(mixed(sheet, numbers('conv8/filters'), numbers('conv8/bias')), square.width, least);
}

function unpacked(weights: Uint8Array, tensors: readonly FaceTensor[]): (name: string) => Float32Array {
  const all = new Map<string, Float32Array>();
  let at = 0;
  for (const { name, shape, scale, min } of tensors) {
    const length = shape.reduce((product, each) => product * each, 1);
    all.set(
      name,
      Float32Array.from(weights.subarray(at, at + length), (value) => value * scale + min),
    );
    at += length;
  }
  return (name) => {
    const found = all.get(name);
    if (found === undefined) throw new Error('faces: the model lacks a tensor');
    return found;
  };
}

function inputOf({ width, data }: Pixels): Sheet {
  const values = new Float32Array(width * width * 3);
  for (let pixel = 0; pixel < width * width; pixel += 1)
    for (let colour = 0; colour < 3; colour += 1) values[pixel * 3 + colour] = ((data[pixel * 4 + colour] ?? 0) - (meanColour[colour] ?? 0)) / 256;
  return { size: width, channels: 3, values };
}

/** 3 × 3 over all channels, without a rim. */
function convolved({ size, channels, values }: Sheet, filters: Float32Array, bias: Float32Array): Sheet {
  const [out, wide] = [bias.length, size - 2];
  const made = new Float32Array(wide * wide * out);
  for (let y = 0; y < wide; y += 1)
    for (let x = 0; x < wide; x += 1) {
      const to = (y * wide + x) * out;
      for (let k = 0; k < out; k += 1) made[to + k] = bias[k] as number;
      for (let dy = 0; dy < 3; dy += 1)
        for (let dx = 0; dx < 3; dx += 1)
          for (let c = 0; c < channels; c += 1) {
            const value = values[((y + dy) * size + x + dx) * channels + c] as number;
            const from = ((dy * 3 + dx) * channels + c) * out;
            for (let k = 0; k < out; k += 1) made[to + k] = (made[to + k] as number) + value * (filters[from + k] as number);
          }
    }
  return { size: wide, channels: out, values: made };
}

/** 3 × 3 in each channel by itself; beyond the rim is nothing. */
function byDepth({ size, channels, values }: Sheet, filters: Float32Array): Sheet {
  const made = new Float32Array(values.length);
  for (let y = 0; y < size; y += 1)
    for (let dy = Math.max(0, 1 - y); dy < Math.min(3, size + 1 - y); dy += 1)
      for (let x = 0; x < size; x += 1)
        for (let dx = Math.max(0, 1 - x); dx < Math.min(3, size + 1 - x); dx += 1) {
          const to = (y * size + x) * channels;
          const from = ((y + dy - 1) * size + x + dx - 1) * channels;
          const filter = (dy * 3 + dx) * channels;
          for (let c = 0; c < channels; c += 1) made[to + c] = (made[to + c] as number) + (values[from + c] as number) * (filters[filter + c] as number);
        }
  return { size, channels, values: made };
}

/** Channels of each pixel mixed into others. */
function mixed({ size, channels, values }: Sheet, filters: Float32Array, bias: Float32Array): Sheet {
  const out = bias.length;
  const made = new Float32Array(size * size * out);
  for (let pixel = 0; pixel < size * size; pixel += 1) {
    const to = pixel * out;
    for (let k = 0; k < out; k += 1) made[to + k] = bias[k] as number;
    for (let c = 0; c < channels; c += 1) {
      const value = values[pixel * channels + c] as number;
      for (let k = 0, from = c * out; k < out; k += 1, from += 1) made[to + k] = (made[to + k] as number) + value * (filters[from] as number);
    }
  }
  return { size, channels: out, values: made };
}

function leaky(sheet: Sheet): Sheet {
  const { values } = sheet;
  for (let at = 0; at < values.length; at += 1) if ((values[at] as number) < 0) values[at] = (values[at] as number) * 0.1;
  return sheet;
}

/** The largest of each 2 × 2, every `step` pixels. */
function pooled({ size, channels, values }: Sheet, step: number): Sheet {
  const wide = Math.ceil(size / step);
  const made = new Float32Array(wide * wide * channels).fill(Number.NEGATIVE_INFINITY);
  for (let y = 0; y < wide; y += 1)
    for (let x = 0; x < wide; x += 1)
      for (let dy = 0; dy < 2 && y * step + dy < size; dy += 1)
        for (let dx = 0; dx < 2 && x * step + dx < size; dx += 1) {
          const [to, from] = [(y * wide + x) * channels, ((y * step + dy) * size + x * step + dx) * channels];
          for (let c = 0; c < channels; c += 1) if ((values[from + c] as number) > (made[to + c] as number)) made[to + c] = values[from + c] as number;
        }
  return { size: wide, channels, values: made };
}

/** Each cell says for each shape where a face is, how much larger than the shape, and how sure it is. */
function facesIn({ size, channels, values }: Sheet, side: number, least: number): readonly FoundFace[] {
  const cell = side / size;
  const found: FoundFace[] = [];
  for (let row = 0; row < size; row += 1)
    for (let column = 0; column < size; column += 1)
      for (const [index, [wide, tall]] of shapes.entries()) {
        const at = (row * size + column) * channels + index * numbersOfShape;
        const [dx, dy, dw, dh, sure] = values.subarray(at, at + numbersOfShape) as unknown as [number, number, number, number, number];
        const score = sigmoid(sure);
        if (score < least) continue;
        const [w, h] = [Math.exp(dw) * wide * cell, Math.exp(dh) * tall * cell];
        found.push({ x: (column + sigmoid(dx)) * cell - w / 2, y: (row + sigmoid(dy)) * cell - h / 2, w, h, score });
      }
  return found;
}

function sigmoid(value: number): number {
  return 1 / (1 + Math.exp(-value));
}

/** Of faces that cover each other by more than `share`, the one that is surest. */
export function withoutDoubles(faces: readonly FoundFace[], share = 0.4): readonly FoundFace[] {
  const kept: FoundFace[] = [];
  for (const face of faces.toSorted((a, b) => b.score - a.score)) if (kept.every((other) => overlap(face, other) <= share)) kept.push(face);
  return kept;
}

function overlap(a: FoundFace, b: FoundFace): number {
  const w = Math.min(a.x + a.w, b.x + b.w) - Math.max(a.x, b.x);
  const h = Math.min(a.y + a.h, b.y + b.h) - Math.max(a.y, b.y);
  const both = w <= 0 || h <= 0 ? 0 : w * h;
  return both / (a.w * a.h + b.w * b.h - both);
}
