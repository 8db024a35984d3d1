import { CircleAlert, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import './banner.css';

const icons = { info: Info, warn: TriangleAlert, bad: CircleAlert } as const;

/** A sentence across the top of what it concerns. */
export function Banner({ tone = 'info', children }: { readonly tone?: 'info' | 'warn' | 'bad'; readonly children: ReactNode }) {
  const Icon = icons[tone];
  return (
    <div className={`banner banner-${tone}`} role={tone === 'info' ? 'note' : 'alert'}>
      <Icon aria-hidden size={15} />
      <div className="banner-words">{children}</div>
    </div>
  );
}
