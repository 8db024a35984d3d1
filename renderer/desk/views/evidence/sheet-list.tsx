import { useEffect, useRef } from 'react';
import { viewerWords } from '#shared/wording/english/views/viewer-words.ts';

type SheetListProps = { readonly pages: number; readonly page: number; readonly counts: ReadonlyMap<number, number>; readonly onTurn: (page: number) => void };

/** Every page by its number, with how many claims rest on it. One stop for the keyboard: the arrow keys turn the pages. */
export function SheetList({ pages, page, counts, onTurn }: SheetListProps) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  });
  const steps: { readonly [key: string]: number } = { ArrowUp: page - 1, ArrowDown: page + 1, PageUp: page - 10, PageDown: page + 10, Home: 1, End: pages };
  return (
    <div
      ref={list}
      className="sheet-list"
      role="listbox"
      tabIndex={0}
      aria-label={viewerWords.sheets.list}
      aria-activedescendant={`sheet-${page}`}
      onKeyDown={(event) => {
        const to = steps[event.key];
        if (to === undefined) return;
        event.preventDefault();
        onTurn(to);
      }}
    >
      {Array.from({ length: pages }, (_, at) => at + 1).map((number) => (
        <div
          key={number}
          id={`sheet-${number}`}
          role="option"
          tabIndex={-1}
          aria-selected={number === page}
          className="sheet-option numeric"
          onPointerDown={() => onTurn(number)}
        >
          <span>{number}</span>
          {counts.has(number) && (
            <span className="sheet-claims" title={viewerWords.sheets.claims(counts.get(number) ?? 0)}>
              {counts.get(number)}
              <span className="visually-hidden"> {viewerWords.sheets.claimsWord}</span>
            </span>
          )}
        </div>
      ))}
    </div>
  );
}
