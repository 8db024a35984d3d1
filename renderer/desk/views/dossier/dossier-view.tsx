import { FilePlus2, FileText } from 'lucide-react';
import { useState } from 'react';
import type { DossierPlan } from '#shared/domain/case/dossier-plan.ts';
import { profileTerms } from '#shared/wording/english/terms.ts';
import { dossierWords } from '#shared/wording/english/views/dossier-words.ts';
import { useQuery } from '../../bridge/use-query.ts';
import { useSelection } from '../../bridge/use-selection.ts';
import { Asked } from '../../components/asked/asked.tsx';
import { Button } from '../../components/button/button.tsx';
import { EmptyState } from '../../components/empty-state/empty-state.tsx';
import { Panel } from '../../components/panel/panel.tsx';
import { Split } from '../../components/split/split.tsx';
import type { Column } from '../../components/table/columns.ts';
import { Table } from '../../components/table/table.tsx';
import { NewPlanDialog } from './new-plan-dialog.tsx';
import { PlanDesk } from './plan-desk.tsx';
import './dossier.css';
import { Name } from '../../components/name/name.tsx';

const words = dossierWords;
const planId = (plan: DossierPlan) => plan.id;
const columns: readonly Column<DossierPlan>[] = [
  {
    id: 'title',
    title: words.planTitle,
    width: 'minmax(100px, 1fr)',
    cell: (plan) => <Name text={plan.title} />,
    sortBy: (plan) => plan.title,
  },
  {
    id: 'profile',
    title: words.profile,
    width: '78px',
    cell: (plan) => <span className="soft">{profileTerms[plan.profile].label}</span>,
    sortBy: (plan) => plan.profile,
  },
];

/** What leaves the case, for whom, and what is held back. */
export function DossierView() {
  const list = useQuery('dossiers/list', {});
  const [making, setMaking] = useState(false);
  const { id, select } = useSelection();
  const chosen = list.value?.find((plan) => plan.id === id);
  const make = (
    <Button icon={FilePlus2} onPress={() => setMaking(true)}>
      {words.make}
    </Button>
  );
  return (
    <>
      <Split
        id="dossier"
        panes={[
          {
            id: 'plans',
            size: 22,
            minPx: 210,
            content: (
              <Panel title={words.plans} aside={list.value?.length} level={1} flush actions={make}>
                <Asked result={list}>
                  {(plans) =>
                    plans.length === 0 ? (
                      <EmptyState icon={FileText} title={words.empty.title} actions={make}>
                        {words.empty.text}
                      </EmptyState>
                    ) : (
                      <Table label={words.plans} rows={plans} rowId={planId} columns={columns} selectedId={id} onSelect={select} />
                    )
                  }
                </Asked>
              </Panel>
            ),
          },
          {
            id: 'plan',
            size: 78,
            minPx: 560,
            content: chosen ? <PlanDesk key={chosen.id} plan={chosen} /> : <EmptyState icon={FileText} title={words.empty.pick} />,
          },
        ]}
      />
      {making && <NewPlanDialog onClose={() => setMaking(false)} onMade={select} />}
    </>
  );
}
