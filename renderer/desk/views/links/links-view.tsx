import { Link2 } from 'lucide-react';
import { useState } from 'react';
import { type LinkType, linkTypes } from '#shared/domain/link/link.ts';
import { linkTerms } from '#shared/wording/english/terms.ts';
import { linksWords } from '#shared/wording/english/views/links-words.ts';
import { useLatest } from '../../bridge/use-latest.ts';
import { useList } from '../../bridge/use-list.ts';
import { useQuery } from '../../bridge/use-query.ts';
import { useSelection } from '../../bridge/use-selection.ts';
import { Button } from '../../components/button/button.tsx';
import { EmptyState } from '../../components/empty-state/empty-state.tsx';
import { DrawLinkDialog } from '../../components/link-dialog/draw-link-dialog.tsx';
import { FoundList } from '../../components/list-find/found-list.tsx';
import { ListPanel } from '../../components/list-find/list-panel.tsx';
import { SelectField } from '../../components/select-field/select-field.tsx';
import { Split } from '../../components/split/split.tsx';
import { linkColumns } from './link-columns.tsx';
import { LinkDetail } from './link-detail.tsx';
import './links.css';

const words = linksWords;
const types = [{ value: 'any', label: words.anyType } as const, ...linkTypes.map((value) => ({ value, label: linkTerms[value].label }))];

/** Every link of the case, read as a sentence per line. */
export function LinksView() {
  const [type, setType] = useState<LinkType | 'any'>('any');
  const list = useList('links/order', null, type === 'any' ? {} : { type });
  const [drawing, setDrawing] = useState(false);
  const { id, select } = useSelection();
  const one = useLatest(useQuery('links/rows', id === null ? null : { ids: [id] }));
  const chosen = one.value?.find((row) => row.id === id);
  const draw = (
    <Button icon={Link2} onPress={() => setDrawing(true)}>
      {words.draw}
    </Button>
  );
  return (
    <>
      <Split
        id="links"
        panes={[
          {
            id: 'list',
            size: 68,
            minPx: 420,
            content: (
              <ListPanel title={words.title} list={list} actions={draw} empty={{ ...words.empty, icon: Link2, actions: draw }}>
                <FoundList list={list} words={words} columns={linkColumns} selectedId={id} onSelect={select} className="links-filter">
                  <SelectField label={words.type} hideLabel value={type} options={types} onChange={setType} />
                </FoundList>
              </ListPanel>
            ),
          },
          {
            id: 'detail',
            size: 32,
            minPx: 280,
            content: chosen ? <LinkDetail key={chosen.id} link={chosen} /> : <EmptyState icon={Link2} title={words.pick} />,
          },
        ]}
      />
      {drawing && <DrawLinkDialog fromId={null} onClose={() => setDrawing(false)} onDrawn={select} />}
    </>
  );
}
