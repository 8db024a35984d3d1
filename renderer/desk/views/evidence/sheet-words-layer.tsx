import { memo, type RefObject } from 'react';
import type { SheetWords } from '#shared/domain/evidence/sheets.ts';
import type { ClaimedSpan } from './highlight-runs.ts';
import type { Size } from './picture-geometry.ts';

type SheetWordsLayerProps = {
  readonly layer: RefObject<SVGSVGElement | null>;
  readonly words: SheetWords;
  readonly text: string;
  /** Where the text of this page begins in the whole. */
  readonly start: number;
  readonly size: Size;
  readonly spans: readonly ClaimedSpan[];
};

/** The words of a page where they stand in its picture: unseen, but selected as words are. Those that claims quote have their frame. */
export const SheetWordsLayer = memo(function SheetWordsLayer({ layer, words, text, start, size, spans }: SheetWordsLayerProps) {
  return (
    <svg ref={layer} className="sheet-words" viewBox={`0 0 ${size.width} ${size.height}`} role="presentation">
      {words.map(([from, to, x, y, w, h, turns]) => {
        const span = { start: start + from, end: start + to };
        const claim = spans.find((one) => one.start < span.end && one.end > span.start);
        return (
          <g key={from} transform={`translate(${x} ${y}) rotate(${turns * 90})`}>
            {claim && <rect className="sheet-claimed" data-finding={claim.finding} x={0} y={0} width={w} height={h * 1.1} />}
            <text data-start={span.start} x={0} y={h * 0.82} fontSize={h} textLength={w} lengthAdjust="spacingAndGlyphs">
              {text.slice(span.start, span.end)}
            </text>
          </g>
        );
      })}
    </svg>
  );
});
