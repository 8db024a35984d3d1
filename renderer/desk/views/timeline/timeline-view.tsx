import { ChartGantt, ChevronLeft, ChevronRight, Maximize, ZoomIn, ZoomOut } from 'lucide-react';
import { useMemo, useState } from 'react';
import { type LanesBy, laneSorts } from '#shared/contract/timeline.ts';
import type { timelineColumns } from '#shared/domain/case/list-columns.ts';
import type { Span } from '#shared/domain/timeline/bar-of.ts';
import { timelineWords as words } from '#shared/wording/english/views/timeline-words.ts';
import { languageTag } from '#shared/wording/spoken.ts';
import { openObject } from '../../bridge/navigation.ts';
import { useSettings } from '../../bridge/settings.ts';
import { useOrder } from '../../bridge/use-list.ts';
import { Asked } from '../../components/asked/asked.tsx';
import { EmptyState } from '../../components/empty-state/empty-state.tsx';
import { IconButton } from '../../components/icon-button/icon-button.tsx';
import { Panel } from '../../components/panel/panel.tsx';
import { SelectField } from '../../components/select-field/select-field.tsx';
import { Split } from '../../components/split/split.tsx';
import type { Sort } from '../../components/table/columns.ts';
import { TimelineChart } from './timeline-chart.tsx';
import { TimelineLegend } from './timeline-legend.tsx';
import { TimelineTable } from './timeline-table.tsx';
import { type ChartWish, useChart } from './use-chart.ts';
import { type Sight, useSight } from './use-sight.ts';
import { moved, zoomed } from './use-zoom.ts';
import './timeline.css';

type TimelineColumn = (typeof timelineColumns)[number];

/** When things are said to have happened, were said and were published, as uncertain as each of them is. */
export function TimelineView() {
  const [lanesBy, setLanesBy] = useState<LanesBy>('actor');
  const [chosenSpan, setSpan] = useState<Span | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const [sort, setSort] = useState<Sort | null>(null);
  const [frame, setFrame] = useState<HTMLDivElement | null>(null);
  const sight = useSight(frame);
  const result = useChart(useMemo(() => sight && wishFor(lanesBy, sight, chosenSpan, chosen), [lanesBy, sight, chosenSpan, chosen]));
  const chart = result.state === 'failed' ? null : (result.value ?? null);
  const byRole = useSettings()?.namesByRole ?? false;
  const { list } = useOrder('timeline/order', {
    ...(byRole && { byRole }),
    ...(sort && { sort: { by: sort.columnId as TimelineColumn, descending: sort.direction === 'descending' } }),
  });
  const span = chosenSpan ?? chart?.whole ?? null;
  const open = (key: string) => {
    const [sense, objectId] = key.split(':');
    openObject(sense === 'published' ? 'source' : 'claim', objectId ?? null);
  };
  const change = (to: (span: Span) => Span) => span && setSpan(to(span));
  const actions = (
    <>
      <div className="timeline-choice">
        <SelectField
          label={words.lanes}
          hideLabel
          value={lanesBy}
          options={laneSorts.map((value) => ({ value, label: `${words.lanes}: ${words.lanesBy[value]}` }))}
          onChange={setLanesBy}
        />
      </div>
      <IconButton icon={ChevronLeft} label={words.earlier} shortcut="PageUp" onPress={() => change((now) => moved(now, -0.6))} />
      <IconButton icon={ChevronRight} label={words.later} shortcut="PageDown" onPress={() => change((now) => moved(now, 0.6))} />
      <IconButton icon={ZoomOut} label={words.zoomOut} shortcut="-" onPress={() => change((now) => zoomed(now, 1 / 0.6))} />
      <IconButton icon={ZoomIn} label={words.zoomIn} shortcut="+" onPress={() => change((now) => zoomed(now, 0.6))} />
      <IconButton icon={Maximize} label={words.fit} shortcut="0" onPress={() => setSpan(null)} />
    </>
  );
  if (chart?.count === 0) {
    return (
      <Panel title={words.title} level={1}>
        <EmptyState icon={ChartGantt} title={words.empty.title}>
          {words.empty.text}
        </EmptyState>
      </Panel>
    );
  }
  const picture = (
    <div className="pane-column">
      <TimelineChart
        frame={frame}
        onFrame={setFrame}
        chart={chart}
        coming={<Asked result={result}>{() => null}</Asked>}
        span={span}
        width={sight?.width ?? 0}
        onSpan={setSpan}
        onFit={() => setSpan(null)}
        chosen={chosen}
        onChoose={setChosen}
        onOpen={open}
      />
      <TimelineLegend />
    </div>
  );
  return (
    <Panel title={words.title} level={1} flush aside={chart?.count.toLocaleString(languageTag())} actions={actions}>
      <Split
        id="timeline"
        direction="vertical"
        panes={[
          { id: 'chart', size: 62, minPx: 200, content: picture },
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

function wishFor(lanesBy: LanesBy, { width, view }: Sight, span: Span | null, chosen: string | null): ChartWish {
  return { lanesBy, width, view, ...(span && { span }), ...(chosen !== null && { chosen }) };
}
