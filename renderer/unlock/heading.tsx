import type { RefObject } from 'react';

/** The title of a form that is read first: the focus goes to it. */
export function Heading({ title, focus }: { readonly title: string; readonly focus: RefObject<HTMLHeadingElement | null> }) {
  return (
    <h1 ref={focus} tabIndex={-1}>
      {title}
    </h1>
  );
}
