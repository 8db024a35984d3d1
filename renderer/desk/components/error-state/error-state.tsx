import { CircleAlert } from 'lucide-react';
import type { Problem } from '#shared/kernel/problem.ts';
import { deskWords } from '#shared/wording/english/desk.ts';
import { problemSentence } from '#shared/wording/problems.ts';
import { Button } from '../button/button.tsx';
import '../empty-state/empty-state.css';

/** What stands where an answer was refused: why, and a way to ask again. */
export function ErrorState({ problem, onRetry }: { readonly problem: Problem; readonly onRetry?: () => void }) {
  return (
    <div className="empty-state" role="alert">
      <CircleAlert aria-hidden size={26} strokeWidth={1.5} />
      <p className="empty-title">{problemSentence(problem)}</p>
      {onRetry && (
        <div className="empty-actions">
          <Button onPress={onRetry}>{deskWords.tryAgain}</Button>
        </div>
      )}
    </div>
  );
}
