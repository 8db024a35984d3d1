import { type FocusEvent, type KeyboardEvent, type MouseEvent, type ReactNode, useCallback, useEffect, useMemo, useState } from 'react';
import { evidenceWords } from '#shared/wording/english/views/evidence-words.ts';
import { lineNumbers } from './line-numbers.ts';
import { MarkedText, type MarkedTextProps } from './marked-text.tsx';
import { caretRect, moveCaret, placeCaret } from './text-caret.ts';
import { spanOfSelection, type TextSpan } from './text-offsets.ts';
import './article-text.css';

export type ArticleTextProps = MarkedTextProps & {
  readonly language: string | null;
  /** Stands beside the text, a line of it beside each line. */
  readonly beside?: ReactNode;
  readonly onSelect: (span: TextSpan | null, at: DOMRect | null) => void;
  /** The claims at a place that was pressed, by the mouse or by Enter. */
  readonly onOpenClaims: (ids: readonly string[]) => void;
  /** A key that acts on what is selected at that moment; answers whether it did. */
  readonly onKey: (key: string, span: TextSpan | null) => boolean;
};

/** Walked through and selected like a text field (WAI-ARIA textbox); a real one could not hold marks or other languages. */
const readOnlyText = { role: 'textbox', 'aria-readonly': true, 'aria-multiline': true, tabIndex: 0 } as const;

/** Text of evidence: cannot be edited, can be walked through and selected by mouse and by keyboard alike. */
export function ArticleText({ text, part, language, claimed, kept, watched, termNames, beside, rootRef, onSelect, onOpenClaims, onKey }: ArticleTextProps) {
  const [caret, setCaret] = useState<{ top: number; left: number; height: number } | null>(null);

  const follow = useCallback(() => {
    const root = rootRef.current;
    const selection = document.getSelection();
    if (!root || !selection) return;
    const span = spanOfSelection(root, selection);
    const empty = span === null || span.start === span.end;
    onSelect(empty ? null : span, empty || selection.rangeCount === 0 ? null : selection.getRangeAt(0).getBoundingClientRect());
    setCaret(empty && span !== null && root === document.activeElement ? placeOf(root, selection) : null);
  }, [rootRef, onSelect]);
  useEffect(() => {
    document.addEventListener('selectionchange', follow);
    return () => document.removeEventListener('selectionchange', follow);
  }, [follow]);

  const rows = useMemo(() => lineNumbers(text, part).length, [text, part]);
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
      const here = claimsAt(event.target);
      if (here.length > 0 && document.getSelection()?.isCollapsed) onOpenClaims(here);
    },
    onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
      if (moveCaret(event.currentTarget, event)) {
        event.preventDefault();
        keepInSight(event.currentTarget);
        // The browser tells of it at its next frame, and the next key may be pressed before.
        follow();
      } else if (event.key === 'Enter' && claimsAt(document.getSelection()?.focusNode).length > 0) {
        event.preventDefault();
        onOpenClaims(claimsAt(document.getSelection()?.focusNode));
      } else if (!event.ctrlKey && !event.metaKey && !event.altKey && onKey(event.key, spanOfSelection(event.currentTarget, document.getSelection())))
        event.preventDefault();
    },
  };
  return (
    <div className="article-scroll">
      <div className="article-columns" data-beside={beside !== undefined}>
        <div ref={rootRef} className="article-text" data-start={part.start} {...keys} {...(beside !== undefined && { style: { gridRow: `1 / span ${rows}` } })}>
          <MarkedText rootRef={rootRef} text={text} part={part} claimed={claimed} kept={kept} watched={watched} termNames={termNames} />
        </div>
        {beside}
      </div>
      {caret && <div className="article-caret" style={caret} aria-hidden />}
    </div>
  );
}

/** Claims that rest on the words under a node of the text. */
function claimsAt(node: EventTarget | Node | null | undefined): readonly string[] {
  const element = node instanceof HTMLElement ? node : node instanceof Node ? node.parentElement : null;
  return element?.closest<HTMLElement>('[data-claims]')?.dataset['claims']?.split(' ') ?? [];
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
