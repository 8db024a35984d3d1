import { type ReactNode, useId } from 'react';
import './heading.css';

/** A part of a panel under a small heading. */
export function Section({
  title,
  children,
  actions,
  aside,
  level = 3,
}: {
  readonly title: string;
  readonly children: ReactNode;
  readonly actions?: ReactNode;
  readonly aside?: ReactNode;
  /** 2 where the section lies straight under the name of the view. */
  readonly level?: 2 | 3;
}) {
  const id = useId();
  const Title = `h${level}` as const;
  return (
    <section className="section" aria-labelledby={id}>
      <div className="section-head">
        <Title id={id} className="section-title">
          {title}
        </Title>
        {aside !== undefined && <span className="section-aside numeric">{aside}</span>}
        {actions && <div className="section-actions">{actions}</div>}
      </div>
      {children}
    </section>
  );
}
