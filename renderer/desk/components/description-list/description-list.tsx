import type { ReactNode } from 'react';
import './description-list.css';

export type Fact = { readonly term: string; readonly value: ReactNode };

/** Facts of an object: term and value. A value of null or empty text is shown as a dash, so that what is missing is seen. */
export function DescriptionList({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className="facts">
      {facts.map(({ term, value }) => (
        <div className="fact" key={term}>
          <dt>{term}</dt>
          <dd className="wrap">{value === null || value === '' ? <span className="faint">–</span> : value}</dd>
        </div>
      ))}
    </dl>
  );
}
