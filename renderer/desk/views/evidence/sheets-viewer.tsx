import { ChevronLeft, ChevronRight, Maximize, MessageSquareQuote, SquareDashedMousePointer, TextSelect, ZoomIn, ZoomOut } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import type { Region } from '#shared/domain/evidence/anchor.ts';
import type { EvidenceItem } from '#shared/domain/evidence/evidence-item.ts';
import { pageAt, type Sheets } from '#shared/domain/evidence/sheets.ts';
import { evidenceWords } from '#shared/wording/english/views/evidence-words.ts';
import { viewerWords } from '#shared/wording/english/views/viewer-words.ts';
import { Button } from '../../components/button/button.tsx';
import { IconButton } from '../../components/icon-button/icon-button.tsx';
import { NumberField } from '../../components/number-field/number-field.tsx';
import type { ClaimedPage } from './claimed-places.ts';
import type { ClaimedSpan } from './highlight-runs.ts';
import type { PlaceActs } from './place-acts.ts';
import { RegionForm } from './region-form.tsx';
import { SheetList } from './sheet-list.tsx';
import { SheetStage } from './sheet-stage.tsx';
import type { TextSpan } from './text-offsets.ts';
import { useDrawnSheet } from './use-drawn-sheet.ts';
import { usePlacement } from './use-placement.ts';
import { useSize } from './use-size.ts';
import './picture-tools.css';
import './picture-viewer.css';
import './sheets-viewer.css';

export type SheetsViewerProps = {
  readonly item: EvidenceItem;
  readonly sheets: Sheets;
  readonly spans: readonly ClaimedSpan[];
  readonly claimed: readonly ClaimedPage[];
  readonly acts: PlaceActs;
  /** Shows a place of the text in the text itself. */
  readonly onText: (span: TextSpan) => void;
};

const notMeasuredYet = { width: 1, height: 1 };

/** A document page by page: pictures drawn in the quarantine, with its words over them to be selected. */
export function SheetsViewer({ item, sheets, spans, claimed, acts, onText }: SheetsViewerProps) {
  const [page, setPage] = useState(1);
  const sheet = sheets.of[page - 1] ?? { w: 1, h: 1, start: 0 };
  const size = useMemo(() => ({ width: sheet.w, height: sheet.h }), [sheet]);
  const frame = useRef<HTMLDivElement>(null);
  const measured = useSize(frame);
  const controls = usePlacement(size, measured ?? notMeasuredYet, 4);
  const [drawing, setDrawing] = useState(false);
  const [region, setRegion] = useState<Region | null>(null);
  const state = useDrawnSheet(item.id, sheets, page);
  const words = viewerWords.sheets;
  const last = sheets.of.length;
  const turn = (to: number) => {
    setPage(Math.min(last, Math.max(1, to)));
    setRegion(null);
    setDrawing(false);
  };
  const regions = useMemo(
    () => claimed.flatMap(({ region: at, ...rest }, index) => (at && rest.page === page ? [{ ...rest, region: at, number: index + 1 }] : [])),
    [claimed, page],
  );
  const counts = useMemo(() => claimsByPage(sheets, spans, claimed), [sheets, spans, claimed]);
  const claim = () => acts.claim({ evidenceId: item.id, page, ...(region && { region }) });
  const end = sheets.of[page]?.start ?? Number.POSITIVE_INFINITY;
  return (
    <div className="picture-viewer">
      <div className="viewer-bar" role="toolbar" aria-label={words.toolbar}>
        <IconButton icon={ChevronLeft} label={words.before} shortcut="PageUp" disabled={page === 1} onPress={() => turn(page - 1)} />
        <span className="sheet-number">
          <NumberField label={words.page} hideLabel value={page} least={1} most={last} onChange={turn} />
          <span className="soft numeric">{words.of(last)}</span>
        </span>
        <IconButton icon={ChevronRight} label={words.after} shortcut="PageDown" disabled={page === last} onPress={() => turn(page + 1)} />
        <IconButton icon={ZoomOut} label={evidenceWords.picture.zoomOut} shortcut="-" onPress={() => controls.zoom(0.8)} />
        <IconButton icon={ZoomIn} label={evidenceWords.picture.zoomIn} shortcut="+" onPress={() => controls.zoom(1.25)} />
        <IconButton icon={Maximize} label={evidenceWords.picture.fit} shortcut="0" onPress={controls.fit} />
        <IconButton
          icon={SquareDashedMousePointer}
          label={evidenceWords.picture.draw}
          shortcut="R"
          pressed={drawing}
          onPress={() => {
            setRegion(null);
            setDrawing(!drawing);
          }}
        />
        <span className="viewer-bar-end">
          {item.text && (
            <Button icon={TextSelect} onPress={() => onText({ start: sheet.start, end: Math.min(end, sheet.start + 1) })}>
              {words.text}
            </Button>
          )}
          <Button icon={MessageSquareQuote} onPress={() => acts.claim({ evidenceId: item.id, page })}>
            {words.claimPage}
          </Button>
        </span>
      </div>
      <div className="sheets-body">
        <SheetList {...{ page, counts }} pages={last} onTurn={turn} />
        <div className="picture-frame" ref={frame}>
          {measured && state === 'drawn' && (
            <SheetStage
              key={page}
              {...{ item, sheets, page, size, controls, regions, drawing, region, spans, acts }}
              viewport={measured}
              onDrawing={setDrawing}
              onRegion={setRegion}
              onTurn={(by) => turn(page + by)}
              onAccept={claim}
            />
          )}
          {state === 'drawing' && (
            <p className="picture-failed" role="status">
              {words.drawing(page)}
            </p>
          )}
          {state === 'failed' && (
            <p className="picture-failed" role="alert">
              {words.failed}
            </p>
          )}
          {drawing && !region && <p className="picture-hint">{evidenceWords.picture.drawHint}</p>}
          {region && (
            <RegionForm
              region={region}
              picture={size}
              onChange={setRegion}
              onClaim={claim}
              onKeep={() => acts.keep({ evidenceId: item.id, page, region })}
              onNote={() => acts.note(words.noted(page, `${region.x},${region.y},${region.w},${region.h}`))}
              onCancel={() => {
                setRegion(null);
                setDrawing(false);
              }}
            />
          )}
        </div>
      </div>
    </div>
  );
}

/** How many claims rest on each page, by a quote of its text, a region or the page itself. */
function claimsByPage(sheets: Sheets, spans: readonly ClaimedSpan[], claimed: readonly ClaimedPage[]): ReadonlyMap<number, number> {
  const on = new Map<number, Set<string>>();
  const add = (page: number, claimId: string) => on.set(page, (on.get(page) ?? new Set()).add(claimId));
  for (const span of spans) add(pageAt(sheets, span.start), span.claimId);
  for (const one of claimed) add(one.page, one.claimId);
  return new Map([...on].map(([page, ids]) => [page, ids.size]));
}
