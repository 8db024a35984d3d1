import { ChevronDown, NotebookPen } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { NoteLine } from '#shared/contract/notes.ts';
import { noteTemplates } from '#shared/wording/english/note-templates.ts';
import { notesWords } from '#shared/wording/english/views/notes-words.ts';
import { request, take } from '../../bridge/requests.ts';
import { useStore } from '../../bridge/store.ts';
import { useList } from '../../bridge/use-list.ts';
import { useSelection } from '../../bridge/use-selection.ts';
import { Button } from '../../components/button/button.tsx';
import { EmptyState } from '../../components/empty-state/empty-state.tsx';
import { IconButton } from '../../components/icon-button/icon-button.tsx';
import { FoundList } from '../../components/list-find/found-list.tsx';
import { ListPanel } from '../../components/list-find/list-panel.tsx';
import { Menu } from '../../components/menu/menu.tsx';
import { Moment } from '../../components/moment/moment.tsx';
import { NoteDialog } from '../../components/note-dialog/note-dialog.tsx';
import { Split } from '../../components/split/split.tsx';
import type { ListColumn } from '../../components/table/listed-table.tsx';
import { latestFirst } from './list-sort.ts';
import { NoteDetail } from './note-detail.tsx';
import './notes.css';
import { Name } from '../../components/name/name.tsx';

const words = notesWords;
type Beginning = { readonly id: string; readonly name: string; readonly title: string; readonly text: string };
const blank: Beginning = { id: 'blank', name: words.make, title: '', text: '' };
const beginnings: readonly Beginning[] = (['interview', 'verification', 'questions'] as const).map((id) => ({ id, ...noteTemplates[id] }));
const columns: readonly ListColumn<NoteLine>[] = [
  {
    id: 'name',
    title: words.noteTitle,
    width: 'minmax(160px, 3fr)',
    namesRow: true,
    cell: (row) => <Name text={row.begins || words.untitled} {...(row.title === null && { className: 'soft' })} />,
  },
  {
    id: 'about',
    spare: 1,
    title: words.about,
    width: 'minmax(90px, 2fr)',
    cell: (row) => <Name text={row.about.map((label) => label.label).join(' · ') || '–'} className="soft" />,
  },
  { id: 'changed', title: words.changedTitle, width: '168px', cell: (row) => <Moment at={row.changedAt} /> },
];

/** The analyst's own writing. */
export function NotesView() {
  const list = useList('notes/order', latestFirst);
  const [writing, setWriting] = useState<Beginning | null>(null);
  const asked = useStore(request);
  const { id, select } = useSelection();
  useEffect(() => {
    if (asked !== null && take('new-note')) setWriting(blank);
  }, [asked]);
  const make = (
    <>
      <Button tone="primary" icon={NotebookPen} onPress={() => setWriting(blank)}>
        {words.make}
      </Button>
      <Menu label={words.fromTemplate} entries={beginnings.map((each) => ({ id: each.id, label: each.name, run: () => setWriting(each) }))}>
        <IconButton icon={ChevronDown} label={words.fromTemplate} />
      </Menu>
    </>
  );
  return (
    <>
      <Split
        id="notes"
        panes={[
          {
            id: 'list',
            size: 42,
            minPx: 300,
            content: (
              <ListPanel title={words.title} list={list} actions={make} empty={{ ...words.empty, icon: NotebookPen, actions: make }}>
                <FoundList list={list} words={words} columns={columns} selectedId={id} onSelect={select} />
              </ListPanel>
            ),
          },
          {
            id: 'detail',
            size: 58,
            minPx: 360,
            content: id === null ? <EmptyState icon={NotebookPen} title={words.empty.pick} /> : <NoteDetail key={id} id={id} />,
          },
        ]}
      />
      {writing && <NoteDialog aboutIds={[]} title={writing.title} beginning={writing.text} onClose={() => setWriting(null)} onWritten={select} />}
    </>
  );
}
