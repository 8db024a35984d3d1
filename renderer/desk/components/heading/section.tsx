import { type ReactNode, useId } from 'react';
import './heading.css';

/** A part of a panel under a small heading. */
export function Section({
  title,
  children,
  actions,
  aside,
}: {
  readonly title: string;
  readonly children: ReactNode;
  readonly actions?: ReactNode;
  readonly aside?: ReactNode;
}) {
  const id = useId();
  return (
    <section className="section" aria-labelledby={id}>
      <div className="section-head">
        <h3 id={id} className="section-title">
          {title}
        </h3>
        {aside !== undefined && <span className="section-aside numeric">{aside}</span>}
        {actions && <div className="section-actions">{actions}</div>}
      </div>
      {children}
    </section>
  );
}
