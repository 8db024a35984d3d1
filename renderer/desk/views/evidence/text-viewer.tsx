import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { EvidenceItem } from '#shared/domain/evidence/evidence-item.ts';
import { watchTermWords } from '#shared/wording/english/views/search-words.ts';
import { openObject } from '../../bridge/navigation.ts';
import { useQuery } from '../../bridge/use-query.ts';
import { chosenWords } from '../../bridge/watch.ts';
import { Asked } from '../../components/asked/asked.tsx';
import { Split } from '../../components/split/split.tsx';
import { ArticleText } from './article-text.tsx';
import { type Beside, firstBeside, wantsPage } from './beside.ts';
import { BesideText } from './beside-text.tsx';
import { keptSpans } from './claimed-places.ts';
import { ClaimsHere } from './claims-here.tsx';
import { FaithfulPage } from './faithful-page.tsx';
import type { ClaimedSpan } from './highlight-runs.ts';
import { lineNumbers } from './line-numbers.ts';
import type { PlaceActs } from './place-acts.ts';
import { QuoteBar } from './quote-bar.tsx';
import { trimSpan } from './quote-span.ts';
import { Shield } from './shield.tsx';
import { TextBar } from './text-bar.tsx';
import { rangeOfSpan, type TextSpan } from './text-offsets.ts';
import { partAt, partLength, partsOf } from './text-parts.ts';
import { TranslationBar, type TranslationDraft, TranslationLines } from './translation-editor.tsx';
import { useWatched } from './use-watched.ts';
import { WatchBar } from './watch-bar.tsx';
import './text-tools.css';

export type TextViewerProps = {
  readonly item: EvidenceItem;
  readonly claimed: readonly ClaimedSpan[];
  readonly acts: PlaceActs;
  /** Where to begin, once. */
  readonly wanted: TextSpan | null;
};

/** The clean text of an item: find, select, quote; what claims already quote is marked by their finding. */
export function TextViewer(props: TextViewerProps) {
  const asked = useQuery('evidence/text', { id: props.item.id });
  return <Asked result={asked}>{(answer) => <LoadedText {...props} text={answer.text} language={answer.language} />}</Asked>;
}

type LoadedTextProps = TextViewerProps & { readonly text: string; readonly language: string | null };

function LoadedText({ item, claimed, acts, wanted: firstWanted, text, language }: LoadedTextProps) {
  const root = useRef<HTMLDivElement>(null);
  const [selected, setSelected] = useState<TextSpan | null>(null);
  const [claimsHere, setClaimsHere] = useState<readonly string[]>([]);
  const onSelect = useCallback(
    (span: TextSpan | null) => {
      const next = span && trimSpan(text, span);
      // Pressing a button of the bar moves the focus, not the quote: only another place in the text ends the selection.
      const elsewhere = next === null && !root.current?.contains(document.getSelection()?.focusNode ?? null);
      if (!elsewhere) setSelected((now) => (now && next && now.start === next.start && now.end === next.end ? now : next));
    },
    [text],
  );
  const quote = selected && text.slice(selected.start, selected.end);
  const given = (span: TextSpan) => ({ evidenceId: item.id, quote: text.slice(span.start, span.end), start: span.start });
  const kept = useMemo(() => keptSpans(item.places), [item.places]);
  const parts = useMemo(() => partsOf(text, partLength), [text]);
  const [at, setAt] = useState(0);
  const part = parts[at] ?? { start: 0, end: 0 };
  const lines = useMemo(() => lineNumbers(text, part), [text, part]);
  const [wanted, setWanted] = useState<TextSpan | null>(null);
  const show = useCallback(
    (span: TextSpan) => {
      setAt(partAt(parts, span.start));
      setWanted(span);
    },
    [parts],
  );
  useEffect(() => {
    if (firstWanted) show(firstWanted);
  }, [firstWanted, show]);
  // The part that holds the place has to be drawn before the place can be selected in it.
  useLayoutEffect(() => {
    if (!wanted || !root.current) return;
    setWanted(null);
    if (selectIn(root.current, wanted)) setSelected(wanted);
  }, [wanted]);
  const watched = useWatched(item.id, show);
  const termNames = useMemo(
    () => new Map(watched.terms.map(({ id, term, reason }) => [id as string, reason === null ? term : watchTermWords.because(term, reason)])),
    [watched.terms],
  );
  useEffect(() => {
    chosenWords.set(quote);
    return () => chosenWords.set(null);
  }, [quote]);
  const [beside, setBeside] = useState<Beside>(() => firstBeside(item, wantsPage.get()));
  const [draft, setDraft] = useState<TranslationDraft | null>(null);
  const originals = useMemo(() => (draft ? text.split('\n') : []), [draft, text]);

  const stepped = (key: string): boolean => {
    if (watched.spans.length === 0 || (key !== ']' && key !== '[')) return false;
    watched.step(key === ']' ? 1 : -1);
    return true;
  };
  const acted = (key: string, span: TextSpan): boolean => {
    const picked = trimSpan(text, span);
    if (!picked) return false;
    const words = text.slice(picked.start, picked.end);
    if (key === 'c') acts.claim(given(picked));
    else if (key === 'q') acts.keep(given(picked));
    else if (key === 'n') acts.note(`“${words}”`);
    else if (key === 'w') acts.watch(words);
    else if (key === 'e') acts.entity(given(picked), words);
    else return false;
    return true;
  };
  const column = draft ? (
    <TranslationLines {...{ draft, lines, originals }} onChange={setDraft} />
  ) : beside.startsWith('text:') ? (
    <BesideText evidenceId={beside.slice(5)} lines={lines} />
  ) : undefined;

  const reading = (
    <div className="text-viewer">
      {draft && (
        <TranslationBar
          evidenceId={item.id}
          draft={draft}
          onChange={setDraft}
          onDone={(id) => {
            setDraft(null);
            if (id !== null) setBeside(`text:${id}`);
          }}
        />
      )}
      <ArticleText
        key={part.start}
        {...{ text, part, language, claimed, kept, termNames, onSelect }}
        watched={watched.spans}
        {...(column !== undefined && { beside: column })}
        rootRef={root}
        onOpenClaims={(ids) => (ids.length === 1 && ids[0] !== undefined ? openObject('claim', ids[0]) : setClaimsHere(ids))}
        // Quick hands press the key before the selection has been drawn, so it is taken from the page and not from the last drawing.
        onKey={(key, span) => stepped(key) || (span !== null && acted(key, span))}
      />
      {claimsHere.length > 0 && <ClaimsHere evidenceId={item.id} ids={claimsHere} onClose={() => setClaimsHere([])} />}
      {selected && quote && claimsHere.length === 0 && <QuoteBar quote={quote} onAct={(key) => acted(key, selected)} />}
    </div>
  );
  return (
    <div className="text-viewer">
      <TextBar
        {...{ item, text, language, beside, parts, at, claimed }}
        onShow={show}
        onTurn={(next) => {
          setAt(next);
          setSelected(null);
        }}
        onBeside={(next) => {
          setBeside(next);
          setDraft(null);
          if (item.page !== null) wantsPage.set(next === 'page');
        }}
        onTranslate={setDraft}
      />
      <WatchBar watched={watched} />
      {beside === 'page' && !draft && item.page !== null ? (
        <div className="text-and-page">
          <Split
            id="article"
            panes={[
              { id: 'text', size: 50, minPx: 240, content: reading },
              {
                id: 'page',
                size: 50,
                minPx: 240,
                content: (
                  <Shield marks={item.atRisk} kind="page">
                    <FaithfulPage id={item.id} />
                  </Shield>
                ),
              },
            ]}
          />
        </div>
      ) : (
        <div className="text-and-page">{reading}</div>
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
