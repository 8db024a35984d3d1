import type { Credibility, Reliability } from '#shared/domain/rating/admiralty.ts';
import { rankOf } from '#shared/domain/rating/admiralty.ts';
import { deskWords } from '#shared/wording/english/desk.ts';
import { credibilityTerms, reliabilityTerms } from '#shared/wording/english/terms.ts';
import { Badge, type Tone } from './badge.tsx';

const tones: readonly Tone[] = ['good', 'good', 'calm', 'warn', 'bad'];

/** F and 6 mean that it cannot be judged, never worst (DOMAIN §2), so they look like *unknown* and not like *bad*. */
function toneOf(grade: Credibility | Reliability): Tone {
  const rank = rankOf(grade);
  return rank === null ? 'dull' : (tones[rank - 1] ?? 'dull');
}

/** Information credibility 1–6, or *not rated*. `long` adds the words. */
export function CredibilityBadge({ grade, long = false }: { readonly grade: Credibility | null; readonly long?: boolean }) {
  return <GradeBadge grade={grade} axis={deskWords.ratings.credibility} words={grade && credibilityTerms[grade].label} long={long} />;
}

/** Source reliability A–F, or *not rated*. */
export function ReliabilityBadge({ grade }: { readonly grade: Reliability | null }) {
  return <GradeBadge grade={grade} axis={deskWords.ratings.reliability} words={grade && reliabilityTerms[grade].label} />;
}

type GradeProps = { readonly grade: Credibility | Reliability | null; readonly axis: string; readonly words: string | null; readonly long?: boolean };

function GradeBadge({ grade, axis, words, long = false }: GradeProps) {
  const said = words ?? deskWords.ratings.notRated;
  if (grade === null) return <span className="badge-none">{long ? said : <NotRated axis={axis} said={said} />}</span>;
  return (
    <Badge tone={toneOf(grade)} title={`${axis}: ${said}`}>
      <span className={rankOf(grade) === null ? 'grade grade-unknown' : 'grade'}>{grade}</span>
      {long ? <span>{said}</span> : <span className="visually-hidden">{`${axis}: ${said}`}</span>}
    </Badge>
  );
}

function NotRated({ axis, said }: { readonly axis: string; readonly said: string }) {
  return (
    <span title={`${axis}: ${said}`}>
      <span aria-hidden>–</span>
      <span className="visually-hidden">{`${axis}: ${said}`}</span>
    </span>
  );
}
