import { useCallback, useEffect, useRef, useState } from 'react';
import type { Region } from '#shared/domain/evidence/anchor.ts';
import type { EvidenceItem } from '#shared/domain/evidence/evidence-item.ts';
import type { Sheets } from '#shared/domain/evidence/sheets.ts';
import { viewerWords } from '#shared/wording/english/views/viewer-words.ts';
import { useQuery } from '../../bridge/use-query.ts';
import type { ClaimedSpan } from './highlight-runs.ts';
import type { Size } from './picture-geometry.ts';
import { PictureStage } from './picture-stage.tsx';
import type { PlaceActs } from './place-acts.ts';
import { QuoteBar } from './quote-bar.tsx';
import { trimSpan } from './quote-span.ts';
import type { ClaimedRegion } from './region-layer.tsx';
import { SheetWordsLayer } from './sheet-words-layer.tsx';
import { spanOfSelection, type TextSpan } from './text-offsets.ts';
import type { PlacementControls } from './use-placement.ts';

type SheetStageProps = {
  readonly item: EvidenceItem;
  readonly sheets: Sheets;
  readonly page: number;
  readonly size: Size;
  readonly viewport: Size;
  readonly controls: PlacementControls;
  readonly regions: readonly ClaimedRegion[];
  readonly spans: readonly ClaimedSpan[];
  readonly drawing: boolean;
  readonly region: Region | null;
  readonly acts: PlaceActs;
  readonly onDrawing: (on: boolean) => void;
  readonly onRegion: (region: Region | null) => void;
  readonly onTurn: (by: number) => void;
  readonly onAccept: () => void;
};

/** One page: its picture, the words over it, and what claims rest on. */
export function SheetStage(props: SheetStageProps) {
  const { item, sheets, page, size, viewport, controls, regions, spans, drawing, region, acts, onDrawing, onRegion, onTurn, onAccept } = props;
  const words = useQuery('evidence/page-words', { id: item.id, page }).value?.words ?? [];
  const text = useQuery('evidence/text', item.text ? { id: item.id } : null).value?.text ?? '';
  const layer = useRef<SVGSVGElement>(null);
  const [selected, setSelected] = useState<TextSpan | null>(null);
  const start = sheets.of[page - 1]?.start ?? 0;

  const follow = useCallback(() => {
    const root = layer.current;
    const span = root && spanOfSelection(root, document.getSelection());
    setSelected(span && trimSpan(text, span));
  }, [text]);
  useEffect(() => {
    document.addEventListener('selectionchange', follow);
    return () => document.removeEventListener('selectionchange', follow);
  }, [follow]);

  const acted = (key: string): boolean => {
    if (!selected) return false;
    const quote = text.slice(selected.start, selected.end);
    const anchor = { evidenceId: item.id, quote, start: selected.start };
    if (key === 'c') acts.claim(anchor);
    else if (key === 'q') acts.keep(anchor);
    else if (key === 'n') acts.note(`“${quote}”`);
    else if (key === 'w') acts.watch(quote);
    else if (key === 'e') acts.entity(anchor, quote);
    else return false;
    return true;
  };
  return (
    <>
      <PictureStage
        {...{ viewport, controls, drawing, onDrawing, onAccept }}
        src={`./evidence/${item.id}/sheet/${page}`}
        label={viewerWords.sheets.stage(page)}
        picture={size}
        claimed={regions}
        chosen={null}
        drawn={region}
        onDrawn={onRegion}
        onKey={(key) => {
          if (key === 'PageDown' || key === 'PageUp') onTurn(key === 'PageDown' ? 1 : -1);
          else return acted(key);
          return true;
        }}
      >
        <SheetWordsLayer {...{ layer, words, text, start, size, spans }} />
      </PictureStage>
      {selected && !drawing && <QuoteBar quote={text.slice(selected.start, selected.end)} onAct={acted} />}
    </>
  );
}
