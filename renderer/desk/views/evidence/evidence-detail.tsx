import { useEffect, useMemo, useRef, useState } from 'react';
import { isRecording } from '#shared/domain/evidence/check-anchors.ts';
import type { EvidenceItem } from '#shared/domain/evidence/evidence-item.ts';
import { deskWords } from '#shared/wording/english/desk.ts';
import { evidenceWords } from '#shared/wording/english/views/evidence-words.ts';
import { useStore } from '../../bridge/store.ts';
import { say } from '../../bridge/toasts.ts';
import { send } from '../../bridge/use-command.ts';
import { useQuery } from '../../bridge/use-query.ts';
import { wantedPlace } from '../../bridge/wanted-place.ts';
import { watchFor } from '../../bridge/watch.ts';
import { Asked } from '../../components/asked/asked.tsx';
import type { GivenAnchor } from '../../components/claim-form/given-anchor.ts';
import { NewClaimDialog } from '../../components/claim-form/new-claim-dialog.tsx';
import { NoteDialog } from '../../components/note-dialog/note-dialog.tsx';
import { ObjectLinks } from '../../components/object-links/object-links.tsx';
import { ObjectNotes } from '../../components/object-notes/object-notes.tsx';
import { Panel } from '../../components/panel/panel.tsx';
import { type TabPart, Tabs } from '../../components/tabs/tabs.tsx';
import { claimedPlaces } from './claimed-places.ts';
import { EntityOfQuote } from './entity-of-quote.tsx';
import { EvidenceActions } from './evidence-actions.tsx';
import { FactsTab } from './facts-tab.tsx';
import { FaithfulPage } from './faithful-page.tsx';
import { FoundMetadata } from './found-metadata.tsx';
import { PictureViewer } from './picture-viewer.tsx';
import type { PlaceActs } from './place-acts.ts';
import { RecordingViewer } from './recording-viewer.tsx';
import { SheetsViewer } from './sheets-viewer.tsx';
import { Shield } from './shield.tsx';
import type { TextSpan } from './text-offsets.ts';
import { TextViewer } from './text-viewer.tsx';

/** One item: read it, quote from it, and know all about it. Opening it is entered in the custody log. */
export function EvidenceDetail({ id }: { readonly id: string }) {
  const item = useQuery('evidence/show', { id });
  const recorded = useRef(false);
  const there = item.state === 'ready';
  useEffect(() => {
    if (!there || recorded.current) return;
    recorded.current = true;
    // A viewing that cannot be recorded, as in a read-only case, must not keep anyone from reading.
    void send('evidence/record-viewing', { id }, () => true);
  }, [there, id]);
  return <Asked result={item}>{(value) => <Item item={value} />}</Asked>;
}

function Item({ item }: { readonly item: EvidenceItem }) {
  const claims = useQuery('claims/list', { evidenceId: item.id });
  const [claiming, setClaiming] = useState<GivenAnchor | null>(null);
  const [noting, setNoting] = useState<string | null>(null);
  const [naming, setNaming] = useState<{ readonly anchor: GivenAnchor; readonly name: string } | null>(null);
  const { spans, regions, pages, moments } = claimedPlaces(item.id, claims.value);
  const [tab, setTab] = useState<string | null>(null);
  const [wanted, setWanted] = useState<TextSpan | null>(null);
  const words = evidenceWords.tabs;
  const asked = useStore(wantedPlace);
  useEffect(() => {
    if (asked?.evidenceId !== item.id) return;
    wantedPlace.set(null);
    setTab('text');
    setWanted({ start: asked.start, end: asked.end });
  }, [asked, item.id]);
  const acts = useMemo<PlaceActs>(
    () => ({
      claim: setClaiming,
      keep: (anchor) => void keepPlace(anchor),
      note: (about) => setNoting(`${about}\n\n`),
      watch: (words) => void watchFor(words),
      entity: (anchor, name) => setNaming({ anchor, name }),
    }),
    [],
  );
  const tabs: readonly (TabPart | false)[] = [
    item.picture !== null && {
      id: 'picture',
      title: words.picture,
      content: (
        <Shield marks={item.atRisk} kind="picture">
          <PictureViewer item={item} picture={item.picture} claimed={regions} acts={acts} />
        </Shield>
      ),
    },
    item.sheets !== undefined && {
      id: 'pages',
      title: words.pages,
      aside: item.sheets.of.length,
      content: (
        <Shield marks={item.atRisk} kind="document">
          <SheetsViewer
            {...{ item, spans, acts }}
            sheets={item.sheets}
            claimed={pages}
            onText={(span) => {
              setTab('text');
              setWanted({ ...span });
            }}
          />
        </Shield>
      ),
    },
    isRecording(item.mime) && {
      id: 'recording',
      title: words.recording,
      content: (
        <Shield marks={item.atRisk} kind="recording">
          <RecordingViewer {...{ item, acts }} claimed={moments} />
        </Shield>
      ),
    },
    item.text !== null && {
      id: 'text',
      title: words.text,
      content: <TextViewer item={item} claimed={spans} acts={acts} wanted={wanted} />,
    },
    item.page !== null && {
      id: 'page',
      title: words.page,
      content: (
        <Shield marks={item.atRisk} kind="page">
          <FaithfulPage id={item.id} />
        </Shield>
      ),
    },
    { id: 'facts', title: words.facts, content: <FactsTab item={item} /> },
    { id: 'found', title: words.found, aside: item.found.length, content: <FoundMetadata item={item} /> },
    {
      id: 'links',
      title: words.links,
      content: (
        <div className="tab-body">
          <ObjectLinks id={item.id} />
          <ObjectNotes id={item.id} />
        </div>
      ),
    },
  ];
  const shown = tabs.filter((one) => one !== false);
  return (
    <Panel title={item.name} flush actions={<EvidenceActions item={item} />}>
      <Tabs label={item.name} tabs={shown} selected={tab ?? shown[0]?.id ?? 'facts'} onSelect={setTab} />
      {claiming && <NewClaimDialog anchors={[claiming]} onClose={() => setClaiming(null)} />}
      {noting !== null && <NoteDialog aboutIds={[item.id]} beginning={noting} onClose={() => setNoting(null)} />}
      {naming && <EntityOfQuote {...naming} onClose={() => setNaming(null)} />}
    </Panel>
  );
}

/** Marks a place at once; whoever did not mean it takes it back. */
async function keepPlace(anchor: GivenAnchor): Promise<void> {
  const reply = await send('evidence/mark-place', { anchor });
  if (!reply.ok) return;
  const undo = { label: deskWords.undo, run: () => void send('evidence/unmark-place', { id: anchor.evidenceId, placeId: reply.value.placeId }) };
  say({ tone: 'good', title: evidenceWords.text.kept, act: undo });
}
