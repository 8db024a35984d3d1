import { Bookmark, Copy, Eye, MessageSquareQuote, NotebookPen, UserPlus } from 'lucide-react';
import { evidenceWords } from '#shared/wording/english/views/evidence-words.ts';
import { watchTermWords } from '#shared/wording/english/views/search-words.ts';
import { bridge } from '../../bridge/bridge.ts';
import { say } from '../../bridge/toasts.ts';
import { Button } from '../../components/button/button.tsx';
import { IconButton } from '../../components/icon-button/icon-button.tsx';
import { KeyHint } from '../../components/key-hint/key-hint.tsx';
import { shortened } from './quote-span.ts';

export type QuoteBarProps = {
  readonly quote: string;
  /** What the key of the same letter does in the text. */
  readonly onAct: (key: 'c' | 'q' | 'n' | 'e' | 'w') => void;
};

/** What can be done with the selected words; stands at the foot of the text, next in the order of keys. */
export function QuoteBar({ quote, onAct }: QuoteBarProps) {
  const words = evidenceWords.text;
  const copy = () =>
    void bridge()
      .shell({ ask: 'copy-text', text: quote })
      .then((reply) => reply.ok && say({ tone: 'plain', title: words.copied }));
  return (
    <div className="quote-bar" role="toolbar" aria-label={words.actions}>
      <span className="quote-bar-words cut">{shortened(quote, 160)}</span>
      <Button tone="primary" icon={MessageSquareQuote} onPress={() => onAct('c')}>
        {words.claim}
        <span className="visually-hidden"> {words.claimAfter}</span> <KeyHint keys="C" />
      </Button>
      <Button icon={Bookmark} onPress={() => onAct('q')}>
        {words.keep} <KeyHint keys="Q" />
      </Button>
      <Button icon={NotebookPen} onPress={() => onAct('n')}>
        {words.note}
        <span className="visually-hidden"> {words.noteAfter}</span> <KeyHint keys="N" />
      </Button>
      <Button icon={UserPlus} onPress={() => onAct('e')}>
        {words.entity} <KeyHint keys="E" />
      </Button>
      <Button icon={Eye} onPress={() => onAct('w')}>
        {watchTermWords.watch}
        <span className="visually-hidden"> {watchTermWords.watchAfter}</span> <KeyHint keys="W" />
      </Button>
      <IconButton icon={Copy} label={words.copy} onPress={copy} />
    </div>
  );
}
