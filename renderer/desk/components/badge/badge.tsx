import type { ReactNode } from 'react';
import './badge.css';

export type Tone = 'good' | 'warn' | 'bad' | 'odd' | 'calm' | 'dull';

/** A word or grade in a coloured field. The word says it; the colour only helps. */
export function Badge({ tone = 'dull', children, title }: { readonly tone?: Tone; readonly children: ReactNode; readonly title?: string }) {
  return (
    <span className={`badge badge-${tone}`} title={title}>
      {children}
    </span>
  );
}
