import { timelineWords as words } from '#shared/wording/english/views/timeline-words.ts';
import '../../components/legend/legend.css';

/** What the looks of the bars mean. */
export function TimelineLegend() {
  return (
    <ul className="legend timeline-legend">
      {(['event', 'said', 'published'] as const).map((sense) => (
        <li key={sense} className={`timeline-${sense}`}>
          <svg width="12" height="12" aria-hidden>
            <rect width="12" height="12" rx="2" className="timeline-part timeline-sure" />
          </svg>
          {words.senses[sense]}
        </li>
      ))}
      {(['sure', 'possible', 'near', 'open'] as const).map((look) => (
        <li key={look}>
          <svg width="22" height="12" aria-hidden>
            <rect width="22" height="12" rx="2" className={`timeline-part timeline-${look}`} />
            {look === 'possible' && <rect width="22" height="12" className="timeline-doubt" />}
          </svg>
          {words.legend[look]}
        </li>
      ))}
      <li className="timeline-said-against">
        <svg width="10" height="12" aria-hidden>
          <path className="timeline-flag" d="M1 1l8 0l-8 10z" />
        </svg>
        {words.legend.against}
      </li>
      <li className="faint timeline-utc">{words.utc}</li>
    </ul>
  );
}
