import { X } from 'lucide-react';
import { claimsWords } from '#shared/wording/english/views/claims-words.ts';
import { Button } from '../../components/button/button.tsx';

const words = claimsWords.marks;
type MarkBarProps = { readonly count: number; readonly onChange: () => void; readonly onNone: () => void };

/** Below the ledger: how many claims are marked and what may be done with them, or how to mark some. */
export function MarkBar({ count, onChange, onNone }: MarkBarProps) {
  return (
    <section className={count > 0 ? 'mark-bar mark-bar-marked' : 'mark-bar'} aria-label={words.label}>
      {count === 0 ? (
        <span className="cut faint">{words.hint}</span>
      ) : (
        <>
          <span className="mark-bar-count" role="status">
            {words.count(count)}
          </span>
          <Button tone="primary" onPress={onChange}>
            {words.change}
          </Button>
          <Button tone="quiet" icon={X} onPress={onNone}>
            {words.none}
          </Button>
        </>
      )}
    </section>
  );
}
