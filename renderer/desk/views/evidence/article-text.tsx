import { type FocusEvent, type KeyboardEvent, type MouseEvent, memo, type RefObject, useEffect, useMemo, useState } from 'react';
import { evidenceWords } from '#shared/wording/english/views/evidence-words.ts';
import { blocksOf, type ClaimedSpan } from './highlight-runs.ts';
import { caretRect, moveCaret, placeCaret } from './text-caret.ts';
import { spanOfSelection, type TextSpan } from './text-offsets.ts';
import './article-text.css';

export type ArticleTextProps = {
  readonly text: string;
  /** What of the text is drawn. */
  readonly part: TextSpan;
  readonly language: string | null;
  readonly claimed: readonly ClaimedSpan[];
  readonly rootRef: RefObject<HTMLDivElement | null>;
  readonly onSelect: (span: TextSpan | null, at: DOMRect | null) => void;
  readonly onOpenClaim: (id: string) => void;
  /** A key that acts on what is selected at that moment; answers whether it did. */
  readonly onKey: (key: string, span: TextSpan | null) => boolean;
};

/** Walked through and selected like a text field (WAI-ARIA textbox); a real one could not hold marks or other languages. */
const readOnlyText = { role: 'textbox', 'aria-readonly': true, 'aria-multiline': true, tabIndex: 0 } as const;

/** Text of evidence: cannot be edited, can be walked through and selected by mouse and by keyboard alike. */
export function ArticleText({ text, part, language, claimed, rootRef, onSelect, onOpenClaim, onKey }: ArticleTextProps) {
  const [caret, setCaret] = useState<{ top: number; left: number; height: number } | null>(null);

  useEffect(() => {
    const follow = () => {
      const root = rootRef.current;
      const selection = document.getSelection();
      if (!root || !selection) return;
      const span = spanOfSelection(root, selection);
      const empty = span === null || span.start === span.end;
      onSelect(empty ? null : span, empty || selection.rangeCount === 0 ? null : selection.getRangeAt(0).getBoundingClientRect());
      setCaret(empty && span !== null && root === document.activeElement ? placeOf(root, selection) : null);
    };
    document.addEventListener('selectionchange', follow);
    return () => document.removeEventListener('selectionchange', follow);
  }, [rootRef, onSelect]);

  const keys = {
    ...readOnlyText,
    'aria-label': evidenceWords.text.region,
    ...(language && { lang: language }),
    onFocus(event: FocusEvent<HTMLDivElement>) {
      const selection = document.getSelection();
      if (selection && !event.currentTarget.contains(selection.focusNode)) placeCaret(event.currentTarget, selection);
    },
    onBlur: () => setCaret(null),
    onClick(event: MouseEvent<HTMLDivElement>) {
      const mark = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-claim]') : null;
      if (mark?.dataset['claim'] && document.getSelection()?.isCollapsed) onOpenClaim(mark.dataset['claim']);
    },
    onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
      if (moveCaret(event.currentTarget, event)) {
        event.preventDefault();
        keepInSight(event.currentTarget);
      } else if (!event.ctrlKey && !event.metaKey && !event.altKey && onKey(event.key, spanOfSelection(event.currentTarget, document.getSelection())))
        event.preventDefault();
    },
  };
  return (
    <div className="article-scroll">
      <div ref={rootRef} className="article-text" data-start={part.start} {...keys}>
        <Blocks text={text} part={part} claimed={claimed} />
      </div>
      {caret && <div className="article-caret" style={caret} aria-hidden />}
    </div>
  );
}

/** The caret's place in the scrolled content. */
function placeOf(root: HTMLElement, selection: Selection): { top: number; left: number; height: number } | null {
  const rect = caretRect(selection);
  const frame = root.parentElement;
  if (!rect || !frame) return null;
  const box = frame.getBoundingClientRect();
  return { top: rect.top - box.top + frame.scrollTop, left: rect.left - box.left + frame.scrollLeft, height: Math.min(rect.height, 24) };
}

function keepInSight(root: HTMLElement): void {
  const selection = document.getSelection();
  const rect = selection && caretRect(selection);
  const frame = root.parentElement;
  if (!rect || !frame) return;
  const box = frame.getBoundingClientRect();
  const margin = 32;
  if (rect.top < box.top + margin) frame.scrollTop -= box.top + margin - rect.top;
  else if (rect.bottom > box.bottom - margin) frame.scrollTop += rect.bottom - (box.bottom - margin);
}

/** Drawn again only when the text or its claims change, never for a selection. */
const Blocks = memo(function Blocks({ text, part, claimed }: { readonly text: string; readonly part: TextSpan; readonly claimed: readonly ClaimedSpan[] }) {
  const blocks = useMemo(() => blocksOf(text, claimed, part), [text, claimed, part]);
  return blocks.map((block) => (
    <div key={block.start} className="article-block" data-start={block.start}>
      {block.runs.map((run) =>
        run.finding === null ? (
          <span key={run.start}>{text.slice(run.start, run.end)}</span>
        ) : (
          <mark key={run.start} className="claimed" data-finding={run.finding} data-claim={run.claimIds[0]}>
            {text.slice(run.start, run.end)}
          </mark>
        ),
      )}
    </div>
  ));
});
