import { TriangleAlert } from 'lucide-react';
import type { Standing } from '#shared/contract/case.ts';
import { attentionTerms } from '#shared/wording/english/attention-terms.ts';
import { deskWords } from '#shared/wording/english/desk.ts';
import type { Tone } from '../../components/badge/badge.tsx';
import { ChipsOf } from '../../components/chip/chip.tsx';
import { FindingLine } from '../../components/findings/findings.tsx';
import { Section } from '../../components/heading/section.tsx';

const words = deskWords.overview;
const chipsShown = 8;
type Item = Standing['attention'][number];
const tones: { readonly [C in Item['code']]: Tone } = {
  'claims-in-conflict': 'warn',
  'corroborated-by-one-origin': 'warn',
  'credibility-1-by-one-origin': 'warn',
  'at-risk-evidence': 'bad',
  'claim-without-evidence': 'calm',
  'claim-unassessed': 'dull',
};

/** What a careful colleague would point at, with the objects concerned one press away. */
export function Attention({ items }: { readonly items: readonly Item[] }) {
  const present = items.filter((item) => item.count > 0);
  return (
    <Section title={words.attention}>
      {present.length === 0 ? (
        <FindingLine severity="good" sentence={words.nothingWantsAttention} />
      ) : (
        <ul>
          {present.map(({ code, count, ids }) => (
            <li key={code} className="attention-item">
              <div className="attention-title">
                <TriangleAlert className={`attention-${tones[code]}`} aria-hidden size={15} />
                {attentionTerms[code].line(count)}
              </div>
              <p className="attention-why">{attentionTerms[code].why}</p>
              <ChipsOf ids={ids.slice(0, chipsShown)} />
              {count > chipsShown && <span className="faint">{deskWords.andMore(count - chipsShown)}</span>}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
