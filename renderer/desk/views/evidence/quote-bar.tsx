import { Copy, MessageSquareQuote, NotebookPen } from 'lucide-react';
import { evidenceWords } from '#shared/wording/english/views/evidence-words.ts';
import { Button } from '../../components/button/button.tsx';
import { shortened } from './quote-span.ts';

export type QuoteBarProps = {
  readonly quote: string;
  readonly onClaim: () => void;
  readonly onNote: () => void;
  readonly onCopy: () => void;
};

/** What can be done with the selected words; stands at the foot of the text, next in the order of keys. */
export function QuoteBar({ quote, onClaim, onNote, onCopy }: QuoteBarProps) {
  const words = evidenceWords.text;
  return (
    <div className="quote-bar" role="toolbar" aria-label={words.actions}>
      <span className="quote-bar-words cut">{shortened(quote, 160)}</span>
      <Button tone="primary" icon={MessageSquareQuote} onPress={onClaim}>
        {words.claim}
      </Button>
      <Button icon={NotebookPen} onPress={onNote}>
        {words.note}
      </Button>
      <Button icon={Copy} onPress={onCopy}>
        {words.copy}
      </Button>
    </div>
  );
}
