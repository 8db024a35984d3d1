import { LoaderCircle } from 'lucide-react';
import { deskWords } from '#shared/wording/english/desk.ts';
import './busy.css';

/** What stands where an answer is awaited. It appears after a moment only, so that quick answers do not flicker. */
export function Busy({ words = deskWords.loading }: { readonly words?: string }) {
  return (
    <div className="busy" role="status">
      <LoaderCircle aria-hidden size={16} />
      <span>{words}</span>
    </div>
  );
}
