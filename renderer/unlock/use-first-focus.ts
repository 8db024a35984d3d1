import { type RefObject, useEffect } from 'react';

/** Puts the keyboard where a new screen begins, so that nobody has to look for it. */
export function useFirstFocus(element: RefObject<HTMLElement | null>): void {
  useEffect(() => element.current?.focus(), [element]);
}
