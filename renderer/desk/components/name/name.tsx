import { useShownName } from '../../bridge/shown-name.ts';

/** Words that came from outside or from a hand, on one line: nothing in them reorders or hides, and the whole stands in the title. */
export function Name({ text, className, title = text }: { readonly text: string; readonly className?: string; readonly title?: string }) {
  const shownName = useShownName();
  return (
    <span className={className === undefined ? 'cut' : `cut ${className}`} title={shownName(title)}>
      {shownName(text)}
    </span>
  );
}

/** The same where it may take several lines. */
export function NameInLines({ text }: { readonly text: string }) {
  return <>{useShownName()(text)}</>;
}
