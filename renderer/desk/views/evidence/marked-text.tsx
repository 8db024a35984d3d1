import { PureComponent, type ReactNode, type RefObject, useMemo } from 'react';
import { findingTerms } from '#shared/wording/english/terms.ts';
import { evidenceWords } from '#shared/wording/english/views/evidence-words.ts';
import { watchTermWords } from '#shared/wording/english/views/search-words.ts';
import { useShownName } from '../../bridge/shown-name.ts';
import { blocksOf, type ClaimedSpan, type KeptSpan, type Run, type WatchSpan } from './highlight-runs.ts';
import { endsOfSelection, type SelectionEnds, selectEnds, type TextSpan } from './text-offsets.ts';

export type MarkedTextProps = {
  readonly text: string;
  /** What of the text is drawn. */
  readonly part: TextSpan;
  readonly claimed: readonly ClaimedSpan[];
  readonly kept: readonly KeptSpan[];
  readonly watched: readonly WatchSpan[];
  /** What a watch term is told as, by its id. */
  readonly termNames: ReadonlyMap<string, string>;
  /** The element around it. */
  readonly rootRef: RefObject<HTMLDivElement | null>;
};

/**
 * Drawn again only when the text or its marks change, never for a selection. Marks may come while somebody selects, and cut the words they stand
 * on into other nodes: what was selected before they came is selected after.
 */
export class MarkedText extends PureComponent<MarkedTextProps> {
  override getSnapshotBeforeUpdate(): SelectionEnds | null {
    const root = this.props.rootRef.current;
    return root && endsOfSelection(root, document.getSelection());
  }

  override componentDidUpdate({ text, part }: MarkedTextProps, _state: unknown, before: SelectionEnds | null): void {
    const root = this.props.rootRef.current;
    if (root && before && text === this.props.text && part === this.props.part) selectEnds(root, before);
  }

  override render(): ReactNode {
    return <Blocks {...this.props} />;
  }
}

function Blocks({ text, part, claimed, kept, watched, termNames }: MarkedTextProps): ReactNode {
  const blocks = useMemo(() => blocksOf(text, claimed, part, kept, watched), [text, claimed, part, kept, watched]);
  return blocks.map((block) => (
    <div key={block.start} className="article-block" data-start={block.start}>
      {block.runs.map((run) => (
        <MarkedRun key={run.start} run={run} words={text.slice(run.start, run.end)} termNames={termNames} />
      ))}
    </div>
  ));
}

type RunProps = { readonly run: Run; readonly words: string; readonly termNames: ReadonlyMap<string, string> };

/** Words of one look: plain, kept, watched for, or claimed, with the finding told by the line under them as well as by the colour. */
function MarkedRun({ run, words, termNames }: RunProps) {
  const shown = run.termIds.length === 0 ? words : <WatchedRun run={run} words={words} termNames={termNames} />;
  if (run.finding === null && run.keptId === null) return typeof shown === 'string' ? <span>{shown}</span> : shown;
  const claimed = run.finding !== null && {
    'data-finding': run.finding,
    'data-claims': run.claimIds.join(' '),
    title: evidenceWords.text.restsHere(run.claimIds.length, findingTerms[run.finding].label),
  };
  return (
    <mark className="claimed" {...claimed} {...(run.keptId !== null && { 'data-kept': true })}>
      {shown}
    </mark>
  );
}

/** A watch term within whatever else is said of the words: a wavy line tells it, and its title which one. */
function WatchedRun({ run, words, termNames }: RunProps) {
  const names = run.termIds.map((id) => termNames.get(id) ?? '').join(', ');
  return (
    <span className="watched" title={watchTermWords.isTerm(useShownName()(names))}>
      {words}
    </span>
  );
}
