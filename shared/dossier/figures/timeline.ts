import type { EdtfDate } from '#shared/domain/moment/edtf-date.ts';
import { momentRange } from '#shared/domain/moment/moment-range.ts';
import type { DossierClaim } from '../dossier-content.ts';
import type { RedactedDossier } from '../redacted-dossier.ts';
import { figureWords } from '../report-wording.ts';
import { at, type Figure, fitted, type Paint, svg } from './paint.ts';

type Span = { readonly from: number; readonly to: number };
type Row = { readonly claim: DossierClaim; readonly event: Span | null; readonly said: Span | null };

const [width, left, right, top, rowHeight, mostRows] = [680, 290, 34, 28, 21, 32];
const day = 86_400_000;

/** When what the claims tell of happened, and when it was said, each as uncertain as it is. Null when fewer than two are dated. */
export function timelineFigure(dossier: RedactedDossier, paint: Paint): Figure | null {
  const dated = dossier.claims.flatMap((claim): readonly Row[] => {
    const [event, said] = [spanOf(claim.eventAt), spanOf(claim.saidAt)];
    return event || said ? [{ claim, event, said }] : [];
  });
  if (dated.length < 2) return null;
  const rows = dated.toSorted((a, b) => startOf(a) - startOf(b) || (a.claim.label < b.claim.label ? -1 : 1)).slice(0, mostRows);
  const spans = rows.flatMap(({ event, said }) => [event, said].flatMap((span) => span ?? []));
  const [first, last] = [Math.min(...spans.map(({ from }) => from)), Math.max(...spans.map(({ to }) => to))];
  const wide = Math.max(day, last - first);
  const x = (moment: number) => left + ((moment - first) / wide) * (width - left - right);
  const height = top + rows.length * rowHeight + 10;
  const bottom = top + rows.length * rowHeight;
  const parts = [
    ...ticks(first, first + wide).map(
      ({ moment, words }) =>
        `<line x1="${at(x(moment))}" x2="${at(x(moment))}" y1="${top - 6}" y2="${bottom}" stroke-width="0.6" ${paint.stroke('line')}/><text x="${at(x(moment))}" y="${top - 10}" text-anchor="middle" ${paint.fill('soft')}>${words}</text>`,
    ),
    ...rows.flatMap(({ claim, event, said }, index) => {
      const y = top + index * rowHeight + rowHeight / 2;
      return [
        `<line x1="0" x2="${width}" y1="${at(y + rowHeight / 2)}" y2="${at(y + rowHeight / 2)}" stroke-width="0.4" ${paint.stroke('line')}/>`,
        `<text x="0" y="${at(y + 4)}" font-weight="bold" ${paint.fill('accent')}>${claim.label}</text>`,
        `<text x="34" y="${at(y + 4)}" ${paint.fill('ink')}>${fitted(claim.text, left - 34 - 12, paint)}</text>`,
        ...(event && said
          ? [
              `<line x1="${at(x(event.to))}" x2="${at(x(said.from))}" y1="${at(y)}" y2="${at(y)}" stroke-width="0.8" stroke-dasharray="2 2" ${paint.stroke('soft')}/>`,
            ]
          : []),
        ...(event ? [bar(x(event.from), x(event.to), y, `${paint.fill('accent')} ${paint.stroke('accent')}`)] : []),
        ...(said ? [bar(x(said.from), x(said.to), y, `${paint.fill('panel')} ${paint.stroke('ink')}`)] : []),
      ];
    }),
  ];
  const left_out = dated.length - rows.length;
  return {
    ...{ width, height, svg: svg(width, height, parts, paint.font) },
    alt: figureWords.timelineAlt(rows.map(({ claim }) => ({ label: claim.label, event: claim.eventAt, said: claim.saidAt }))),
    caption: figureWords.timelineCaption(left_out),
  };
}

function spanOf(date: string | null): Span | null {
  if (date === null) return null;
  const [from, to] = momentRange(date as EdtfDate);
  if (!Number.isFinite(from) && !Number.isFinite(to)) return null;
  return { from: Number.isFinite(from) ? from : to, to: Number.isFinite(to) ? to : from };
}

function startOf({ event, said }: Row): number {
  return (event ?? said)?.from ?? 0;
}

/** A point, or a bar as long as the date is uncertain. */
function bar(from: number, to: number, y: number, paint: string): string {
  const long = Math.max(7, to - from);
  return `<rect x="${at((from + to) / 2 - long / 2)}" y="${at(y - 3.5)}" width="${at(long)}" height="7" rx="3.5" stroke-width="1.2" ${paint}/>`;
}

const steps = [
  day,
  2 * day,
  7 * day,
  14 * day,
  30.4375 * day,
  91.3125 * day,
  365.25 * day,
  2 * 365.25 * day,
  5 * 365.25 * day,
  10 * 365.25 * day,
  50 * 365.25 * day,
];

/** Days, months or years, at most eight of them. */
function ticks(first: number, last: number): readonly { readonly moment: number; readonly words: string }[] {
  const step = steps.find((length) => (last - first) / length <= 6) ?? 100 * 365.25 * day;
  const start = Math.ceil(first / step) * step;
  const found = [];
  for (let moment = start; moment <= last; moment += step) {
    const iso = new Date(moment).toISOString();
    found.push({ moment, words: step < 28 * day ? iso.slice(0, 10) : step < 360 * day ? iso.slice(0, 7) : iso.slice(0, 4) });
  }
  return found;
}
