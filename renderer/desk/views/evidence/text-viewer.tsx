import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { evidenceWords } from '#shared/wording/english/views/evidence-words.ts';
import { bridge } from '../../bridge/bridge.ts';
import { openObject } from '../../bridge/navigation.ts';
import { say } from '../../bridge/toasts.ts';
import { useQuery } from '../../bridge/use-query.ts';
import { Asked } from '../../components/asked/asked.tsx';
import type { GivenAnchor } from '../../components/claim-form/given-anchor.ts';
import { IconButton } from '../../components/icon-button/icon-button.tsx';
import { ArticleText } from './article-text.tsx';
import { FindInText } from './find-in-text.tsx';
import type { ClaimedSpan } from './highlight-runs.ts';
import { QuoteBar } from './quote-bar.tsx';
import { trimSpan } from './quote-span.ts';
import { rangeOfSpan, type TextSpan } from './text-offsets.ts';
import { partAt, partLength, partsOf } from './text-parts.ts';

export type TextViewerProps = {
  readonly evidenceId: string;
  readonly claimed: readonly ClaimedSpan[];
  readonly onClaim: (anchor: GivenAnchor) => void;
  readonly onNote: (quote: string) => void;
};

/** The clean text of an item: find, select, quote; what claims already quote is marked in the colour of their finding. */
export function TextViewer({ evidenceId, claimed, onClaim, onNote }: TextViewerProps) {
  const asked = useQuery('evidence/text', { id: evidenceId });
  return <Asked result={asked}>{(answer) => <LoadedText {...{ evidenceId, claimed, onClaim, onNote }} text={answer.text} language={answer.language} />}</Asked>;
}

type LoadedTextProps = TextViewerProps & { readonly text: string; readonly language: string | null };

function LoadedText({ evidenceId, claimed, onClaim, onNote, text, language }: LoadedTextProps) {
  const root = useRef<HTMLDivElement>(null);
  const [selected, setSelected] = useState<TextSpan | null>(null);
  const onSelect = useCallback(
    (span: TextSpan | null) => {
      const next = span && trimSpan(text, span);
      // Pressing a button of the bar moves the focus, not the quote: only another place in the text ends the selection.
      const elsewhere = next === null && !root.current?.contains(document.getSelection()?.focusNode ?? null);
      if (!elsewhere) setSelected((now) => (now && next && now.start === next.start && now.end === next.end ? now : next));
    },
    [text],
  );
  const words = evidenceWords.text;
  const quote = selected && text.slice(selected.start, selected.end);
  const claim = (span: TextSpan) => onClaim({ evidenceId, quote: text.slice(span.start, span.end), start: span.start });
  const claimIds = useMemo(() => new Set(claimed.map((span) => span.claimId)), [claimed]);
  const parts = useMemo(() => partsOf(text, partLength), [text]);
  const [at, setAt] = useState(0);
  const part = parts[at] ?? { start: 0, end: 0 };
  const [wanted, setWanted] = useState<TextSpan | null>(null);
  const show = (span: TextSpan) => {
    setAt(partAt(parts, span.start));
    setWanted(span);
  };
  // The part that holds the place has to be drawn before the place can be selected in it.
  useLayoutEffect(() => {
    if (!wanted || !root.current) return;
    setWanted(null);
    if (selectIn(root.current, wanted)) setSelected(wanted);
  }, [wanted]);
  const turnTo = (next: number) => {
    setAt(next);
    setSelected(null);
  };
  return (
    <div className="text-viewer">
      <div className="viewer-bar">
        <FindInText text={text} onShow={show} />
        {parts.length > 1 && (
          <span className="text-parts">
            <IconButton icon={ChevronLeft} label={words.partBefore} disabled={at === 0} onPress={() => turnTo(at - 1)} />
            <span className="numeric">{words.part(at + 1, parts.length)}</span>
            <IconButton icon={ChevronRight} label={words.partAfter} disabled={at === parts.length - 1} onPress={() => turnTo(at + 1)} />
          </span>
        )}
        <span className="soft">{claimIds.size === 0 ? words.noneClaimed : words.claimed(claimIds.size)}</span>
      </div>
      <ArticleText
        key={part.start}
        text={text}
        part={part}
        language={language}
        claimed={claimed}
        rootRef={root}
        onSelect={onSelect}
        onOpenClaim={(id) => openObject('claim', id)}
        onKey={(key, span) => {
          // Quick hands press the key before the selection has been drawn, so it is taken from the page and not from the last drawing.
          const picked = span && trimSpan(text, span);
          if (!picked || (key !== 'c' && key !== 'n')) return false;
          if (key === 'c') claim(picked);
          else onNote(text.slice(picked.start, picked.end));
          return true;
        }}
      />
      {selected && quote && (
        <QuoteBar
          quote={quote}
          onClaim={() => claim(selected)}
          onNote={() => onNote(quote)}
          onCopy={() =>
            void bridge()
              .shell({ ask: 'copy-text', text: quote })
              .then((reply) => reply.ok && say({ tone: 'plain', title: words.copied }))
          }
        />
      )}
    </div>
  );
}

/** Selects a place of the text and brings it into sight. */
function selectIn(root: HTMLElement, span: TextSpan): boolean {
  const range = rangeOfSpan(root, span);
  const selection = document.getSelection();
  if (!range || !selection) return false;
  selection.removeAllRanges();
  selection.addRange(range);
  range.startContainer.parentElement?.scrollIntoView({ block: 'center' });
  return true;
}
