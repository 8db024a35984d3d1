import { visibleName } from '#shared/domain/evidence/visible-name.ts';

/** Words that came from outside or from a hand, on one line: nothing in them reorders or hides, and the whole stands in the title. */
export function Name({ text, className, title = text }: { readonly text: string; readonly className?: string; readonly title?: string }) {
  return (
    <span className={className === undefined ? 'cut' : `cut ${className}`} title={visibleName(title)}>
      {visibleName(text)}
    </span>
  );
}
