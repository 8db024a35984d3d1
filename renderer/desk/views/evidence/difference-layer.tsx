import pixelmatch from 'pixelmatch';
import { useEffect, useRef, useState } from 'react';
import { evidenceWords } from '#shared/wording/english/views/evidence-words.ts';
import { viewerWords } from '#shared/wording/english/views/viewer-words.ts';
import { tenths } from '../../components/quantity/quantity.ts';
import type { Size } from './picture-geometry.ts';

type DifferenceLayerProps = { readonly first: string; readonly second: string; readonly size: Size };
type Outcome = { readonly state: 'busy' } | { readonly state: 'failed' } | { readonly state: 'done'; readonly share: number };

/** Pixels compared along the long side: enough for an eye, and done before anybody waits. */
const comparedSide = 1_200;

/** Where two pictures differ, laid over the first, and how much of it that is. */
export function DifferenceLayer({ first, second, size }: DifferenceLayerProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [outcome, setOutcome] = useState<Outcome>({ state: 'busy' });
  useEffect(() => {
    let gone = false;
    void compared(first, second, size)
      .then(({ data, share }) => {
        const shown = canvas.current;
        if (gone || !shown) return;
        shown.width = data.width;
        shown.height = data.height;
        shown.getContext('2d')?.putImageData(data, 0, 0);
        setOutcome({ state: 'done', share });
      })
      // A picture that cannot be read from the case is said so in its place.
      .catch(() => !gone && setOutcome({ state: 'failed' }));
    return () => {
      gone = true;
    };
  }, [first, second, size]);
  const words = viewerWords.compare;
  return (
    <>
      <canvas ref={canvas} className="compare-over" role="img" aria-label={words.ways.difference} />
      <p className="compare-told" role="status">
        {outcome.state === 'busy' ? words.comparing : outcome.state === 'failed' ? evidenceWords.picture.failed : words.differs(tenths(outcome.share * 100))}
      </p>
    </>
  );
}

async function compared(first: string, second: string, size: Size): Promise<{ readonly data: ImageData; readonly share: number }> {
  const scale = Math.min(1, comparedSide / Math.max(size.width, size.height));
  const [width, height] = [Math.max(1, Math.round(size.width * scale)), Math.max(1, Math.round(size.height * scale))];
  const [one, other] = await Promise.all([pixelsOf(first, width, height), pixelsOf(second, width, height)]);
  const data = new ImageData(width, height);
  const count = pixelmatch(one.data, other.data, data.data, width, height, { threshold: 0.1, alpha: 0.35 });
  return { data, share: count / (width * height) };
}

async function pixelsOf(address: string, width: number, height: number): Promise<ImageData> {
  const picture = new Image();
  picture.src = address;
  await picture.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no drawing context');
  context.drawImage(picture, 0, 0, width, height);
  return context.getImageData(0, 0, width, height);
}
