import { ChartGantt, ChevronLeft, ChevronRight, Maximize, ZoomIn, ZoomOut } from 'lucide-react';
import { useMemo, useState } from 'react';
import { type LanesBy, laneSorts, type TimelineChartAnswer } from '#shared/contract/timeline.ts';
import type { timelineColumns } from '#shared/domain/case/list-columns.ts';
import { timelineWords as words } from '#shared/wording/english/views/timeline-words.ts';
import { openObject } from '../../bridge/navigation.ts';
import { useSettings } from '../../bridge/settings.ts';
import { useLatest } from '../../bridge/use-latest.ts';
import { useOrder } from '../../bridge/use-list.ts';
import { useQuery } from '../../bridge/use-query.ts';
import { Asked } from '../../components/asked/asked.tsx';
import { EmptyState } from '../../components/empty-state/empty-state.tsx';
import { IconButton } from '../../components/icon-button/icon-button.tsx';
import { Panel } from '../../components/panel/panel.tsx';
import { SelectField } from '../../components/select-field/select-field.tsx';
import { Split } from '../../components/split/split.tsx';
import type { Sort } from '../../components/table/columns.ts';
import { spanOf } from './bar-of.ts';
import { datesOf, type Span } from './dated-row.ts';
import { TimelineChart, zoomed } from './timeline-chart.tsx';
import { TimelineTable } from './timeline-table.tsx';
import '../../components/legend/legend.css';
import './timeline.css';

type TimelineColumn = (typeof timelineColumns)[number];

/** When things are said to have happened, were said and were published, as uncertain as each of them is. */
export function TimelineView() {
  const [lanesBy, setLanesBy] = useState<LanesBy>('actor');
  const asked = useLatest(useQuery('timeline/chart', { lanesBy }));
  return (
    <Asked result={asked}>
      {(chart) =>
        chart.dateOf.length === 0 ? (
          <Panel title={words.title} level={1}>
            <EmptyState icon={ChartGantt} title={words.empty.title}>
              {words.empty.text}
            </EmptyState>
          </Panel>
        ) : (
          <Timeline answer={chart} lanesBy={lanesBy} onLanes={setLanesBy} />
        )
      }
    </Asked>
  );
}

type TimelineProps = { readonly answer: TimelineChartAnswer; readonly lanesBy: LanesBy; readonly onLanes: (by: LanesBy) => void };

function Timeline({ answer, lanesBy, onLanes }: TimelineProps) {
  const dates = useMemo(() => datesOf(answer), [answer]);
  const whole = useMemo(() => spanOf(dates.bounds, 0), [dates]);
  const [chosenSpan, setSpan] = useState<Span | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const [sort, setSort] = useState<Sort | null>(null);
  const byRole = useSettings()?.namesByRole ?? false;
  const { list } = useOrder('timeline/order', {
    ...(byRole && { byRole }),
    ...(sort && { sort: { by: sort.columnId as TimelineColumn, descending: sort.direction === 'descending' } }),
  });
  const span = chosenSpan ?? whole;
  const open = (key: string) => {
    const [sense, objectId] = key.split(':');
    openObject(sense === 'published' ? 'source' : 'claim', objectId ?? null);
  };
  const by = (share: number) => setSpan({ from: span.from + (span.to - span.from) * share, to: span.to + (span.to - span.from) * share });
  const actions = (
    <>
      <div className="timeline-choice">
        <SelectField
          label={words.lanes}
          hideLabel
          value={lanesBy}
          options={laneSorts.map((value) => ({ value, label: `${words.lanes}: ${words.lanesBy[value]}` }))}
          onChange={onLanes}
        />
      </div>
      <IconButton icon={ChevronLeft} label={words.earlier} shortcut="PageUp" onPress={() => by(-0.6)} />
      <IconButton icon={ChevronRight} label={words.later} shortcut="PageDown" onPress={() => by(0.6)} />
      <IconButton icon={ZoomOut} label={words.zoomOut} shortcut="-" onPress={() => setSpan(zoomed(span, 1 / 0.6))} />
      <IconButton icon={ZoomIn} label={words.zoomIn} shortcut="+" onPress={() => setSpan(zoomed(span, 0.6))} />
      <IconButton icon={Maximize} label={words.fit} shortcut="0" onPress={() => setSpan(null)} />
    </>
  );
  const chart = (
    <div className="timeline">
      <TimelineChart
        dates={dates}
        lanesBy={lanesBy}
        span={span}
        onSpan={setSpan}
        onFit={() => setSpan(null)}
        chosen={chosen}
        onChoose={setChosen}
        onOpen={open}
      />
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
    </div>
  );
  return (
    <Panel title={words.title} level={1} flush aside={dates.count.toLocaleString('en')} actions={actions}>
      <Split
        id="timeline"
        direction="vertical"
        panes={[
          { id: 'chart', size: 62, minPx: 200, content: chart },
          {
            id: 'list',
            size: 38,
            minPx: 120,
            content: <TimelineTable list={list} sort={sort} onSort={setSort} chosen={chosen} onChoose={setChosen} onOpen={open} />,
          },
        ]}
      />
    </Panel>
  );
}
