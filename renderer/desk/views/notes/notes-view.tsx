import { ChevronDown, NotebookPen } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import type { NoteRow } from '#shared/contract/notes.ts';
import { noteTemplates } from '#shared/wording/english/note-templates.ts';
import { notesWords } from '#shared/wording/english/views/notes-words.ts';
import { request, take } from '../../bridge/requests.ts';
import { useStore } from '../../bridge/store.ts';
import { useQuery } from '../../bridge/use-query.ts';
import { useSelection } from '../../bridge/use-selection.ts';
import { Asked } from '../../components/asked/asked.tsx';
import { Button } from '../../components/button/button.tsx';
import { EmptyState } from '../../components/empty-state/empty-state.tsx';
import { IconButton } from '../../components/icon-button/icon-button.tsx';
import { matches } from '../../components/list-find/folded-match.ts';
import { ListFind } from '../../components/list-find/list-find.tsx';
import { Menu } from '../../components/menu/menu.tsx';
import { Moment } from '../../components/moment/moment.tsx';
import { NoteDialog } from '../../components/note-dialog/note-dialog.tsx';
import { Panel } from '../../components/panel/panel.tsx';
import { Split } from '../../components/split/split.tsx';
import type { Column } from '../../components/table/columns.ts';
import { Table } from '../../components/table/table.tsx';
import { NoteDetail } from './note-detail.tsx';
import './notes.css';
import { Name } from '../../components/name/name.tsx';

const words = notesWords;
type Beginning = { readonly id: string; readonly name: string; readonly title: string; readonly text: string };
const blank: Beginning = { id: 'blank', name: words.make, title: '', text: '' };
const beginnings: readonly Beginning[] = (['interview', 'verification', 'questions'] as const).map((id) => ({ id, ...noteTemplates[id] }));
const noteId = (row: NoteRow) => row.id;
/** A note without a title is known by its first words, without the signs of Markdown. */
function firstWords(text: string): string {
  const line = text.split('\n').find((each) => /[\p{L}\p{N}]/u.test(each)) ?? '';
  return line
    .replaceAll(/^[#>\-*\s]+|\[\[[^\]]*\]\]|[*_`~\\]/gu, '')
    .trim()
    .slice(0, 120);
}
function nameOf(row: NoteRow): string {
  return row.title ?? (firstWords(row.text) || words.untitled);
}
const columns: readonly Column<NoteRow>[] = [
  {
    id: 'name',
    title: words.noteTitle,
    width: 'minmax(160px, 3fr)',
    cell: (row) => <Name text={nameOf(row)} {...(row.title === null && { className: 'soft' })} />,
    sortBy: nameOf,
  },
  {
    id: 'about',
    spare: 1,
    title: words.about,
    width: 'minmax(90px, 2fr)',
    cell: (row) => <Name text={row.about.map((label) => label.label).join(' · ') || '–'} className="soft" />,
    sortBy: (row) => row.about[0]?.label ?? null,
  },
  { id: 'changed', title: words.changedTitle, width: '168px', cell: (row) => <Moment at={row.changedAt} />, sortBy: (row) => row.changedAt },
];

/** The analyst's own writing. */
export function NotesView() {
  const list = useQuery('notes/list', {});
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
              <Panel title={words.title} aside={list.value?.length} level={1} flush actions={make}>
                <Asked result={list}>
                  {(rows) =>
                    rows.length === 0 ? (
                      <EmptyState icon={NotebookPen} title={words.empty.title} actions={make}>
                        {words.empty.text}
                      </EmptyState>
                    ) : (
                      <NoteList rows={rows} selectedId={id} onSelect={select} />
                    )
                  }
                </Asked>
              </Panel>
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

type NoteListProps = { readonly rows: readonly NoteRow[]; readonly selectedId: string | null; readonly onSelect: (id: string) => void };

function NoteList({ rows, selectedId, onSelect }: NoteListProps) {
  const [wanted, setWanted] = useState('');
  const shown = useMemo(
    () => rows.filter((row) => matches(`${row.title ?? ''} ${row.text} ${row.about.map((label) => label.label).join(' ')}`, wanted)),
    [rows, wanted],
  );
  return (
    <>
      <ListFind label={words.find} value={wanted} onChange={setWanted} />
      {shown.length === 0 ? (
        <p className="list-none">{words.nothingFound}</p>
      ) : (
        <Table
          label={words.title}
          rows={shown}
          rowId={noteId}
          columns={columns}
          selectedId={selectedId}
          onSelect={onSelect}
          initialSort={{ columnId: 'changed', direction: 'descending' }}
        />
      )}
    </>
  );
}
