import { UserPlus, Users, UsersRound } from 'lucide-react';
import { useState } from 'react';
import type { EntityRow } from '#shared/contract/entities.ts';
import { deskWords } from '#shared/wording/english/desk.ts';
import { entityKindTerms } from '#shared/wording/english/entity-terms.ts';
import { identityWords } from '#shared/wording/english/views/identity-words.ts';
import { languageTag } from '#shared/wording/spoken.ts';
import { useSettings } from '../../bridge/settings.ts';
import { useList } from '../../bridge/use-list.ts';
import { useQuery } from '../../bridge/use-query.ts';
import { useSelection } from '../../bridge/use-selection.ts';
import { Badge } from '../../components/badge/badge.tsx';
import { Button } from '../../components/button/button.tsx';
import { FoundList } from '../../components/list-find/found-list.tsx';
import { ListPanel } from '../../components/list-find/list-panel.tsx';
import { Split } from '../../components/split/split.tsx';
import type { ListColumn } from '../../components/table/listed-table.tsx';
import { DuplicatesDialog } from './duplicates-dialog.tsx';
import { EntityDetail } from './entity-detail.tsx';
import { byName } from './list-sort.ts';
import { NewEntity } from './new-entity.tsx';
import './entities.css';
import { Name } from '../../components/name/name.tsx';

const words = deskWords.entities;
const listWords = { title: words.title, find: words.filter, nothingFound: words.noneFits };

const columns: readonly ListColumn<EntityRow>[] = [
  {
    id: 'name',
    title: words.name,
    width: 'minmax(160px, 2fr)',
    namesRow: true,
    cell: (row) => <Name text={row.names[0] ?? ''} />,
  },
  {
    id: 'aliases',
    spare: 1,
    title: words.otherNames,
    width: 'minmax(100px, 1.4fr)',
    cell: (row) => <Name text={row.names.slice(1).join(', ')} className="soft" />,
    unsorted: true,
  },
  { id: 'kind', title: words.kind, width: '128px', cell: (row) => entityKindTerms[row.kind] },
  { id: 'role', title: words.shownAs, width: '120px', cell: (row) => row.roleOnly && <Badge tone="bad">{row.roleOnly}</Badge> },
  { id: 'asserts', spare: 3, title: words.asserts, width: '76px', align: 'end', cell: (row) => <Count of={row.asserts} /> },
  { id: 'relays', spare: 2, title: words.relays, width: '76px', align: 'end', cell: (row) => <Count of={row.relays} /> },
];

function Count({ of }: { readonly of: number }) {
  return of === 0 ? <span className="faint">–</span> : of.toLocaleString(languageTag());
}

/** People, organisations, units, documents and places of the case, under every name seen. */
export function Entities() {
  const byRole = useSettings()?.namesByRole ?? false;
  const list = useList('entities/order', byName, byRole ? { byRole } : {});
  const { id, select } = useSelection();
  const [adding, setAdding] = useState(false);
  // Comparing every name takes seconds in a large case: the rows come first.
  const duplicates = useQuery('entities/duplicates', list.list === null ? null : {});
  const [comparing, setComparing] = useState(false);
  const addButton = (
    <Button icon={UserPlus} onPress={() => setAdding(true)}>
      {words.add}
    </Button>
  );
  const listed = (
    <ListPanel
      title={words.title}
      list={list}
      counts="count"
      actions={
        <>
          {(duplicates.value?.length ?? 0) > 0 && (
            <Button icon={UsersRound} onPress={() => setComparing(true)}>
              {identityWords.openDuplicates(duplicates.value?.length ?? 0)}
            </Button>
          )}
          {addButton}
        </>
      }
      empty={{ icon: Users, title: words.empty, text: words.emptyWhy, actions: addButton }}
    >
      <FoundList list={list} words={listWords} columns={columns} selectedId={id} onSelect={select} />
    </ListPanel>
  );
  return (
    <>
      <Split
        id="entities"
        panes={[
          { id: 'list', size: 64, minPx: 380, content: listed },
          id !== null && { id: 'detail', size: 36, minPx: 300, content: <EntityDetail key={id} id={id} onMerged={select} /> },
        ]}
      />
      {comparing && <DuplicatesDialog onClose={() => setComparing(false)} />}
      <NewEntity open={adding} onClose={() => setAdding(false)} onAdded={select} />
    </>
  );
}
