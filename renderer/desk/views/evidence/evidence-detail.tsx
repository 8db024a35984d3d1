import { useEffect, useRef, useState } from 'react';
import type { EvidenceItem } from '#shared/domain/evidence/evidence-item.ts';
import { evidenceWords } from '#shared/wording/english/views/evidence-words.ts';
import { send } from '../../bridge/use-command.ts';
import { useQuery } from '../../bridge/use-query.ts';
import { Asked } from '../../components/asked/asked.tsx';
import type { GivenAnchor } from '../../components/claim-form/given-anchor.ts';
import { NewClaimDialog } from '../../components/claim-form/new-claim-dialog.tsx';
import { NoteDialog } from '../../components/note-dialog/note-dialog.tsx';
import { ObjectLinks } from '../../components/object-links/object-links.tsx';
import { ObjectNotes } from '../../components/object-notes/object-notes.tsx';
import { Panel } from '../../components/panel/panel.tsx';
import { type TabPart, Tabs } from '../../components/tabs/tabs.tsx';
import { claimedPlaces } from './claimed-places.ts';
import { EvidenceActions } from './evidence-actions.tsx';
import { FactsTab } from './facts-tab.tsx';
import { FaithfulPage } from './faithful-page.tsx';
import { FoundMetadata } from './found-metadata.tsx';
import { PictureViewer } from './picture-viewer.tsx';
import { Shield } from './shield.tsx';
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
  const { spans, regions } = claimedPlaces(item.id, claims.value);
  const words = evidenceWords.tabs;
  const tabs: readonly (TabPart | false)[] = [
    item.picture !== null && {
      id: 'picture',
      title: words.picture,
      content: (
        <Shield marks={item.atRisk}>
          <PictureViewer evidenceId={item.id} picture={item.picture} claimed={regions} onClaim={setClaiming} onNote={(region) => setNoting(`${region}\n\n`)} />
        </Shield>
      ),
    },
    item.text !== null && {
      id: 'text',
      title: words.text,
      content: <TextViewer evidenceId={item.id} claimed={spans} onClaim={setClaiming} onNote={(quote) => setNoting(`“${quote}”\n\n`)} />,
    },
    item.page !== null && {
      id: 'page',
      title: words.page,
      content: (
        <Shield marks={item.atRisk}>
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
  return (
    <Panel title={item.name} flush actions={<EvidenceActions item={item} />}>
      <Tabs label={item.name} tabs={tabs.filter((tab) => tab !== false)} />
      {claiming && <NewClaimDialog anchors={[claiming]} onClose={() => setClaiming(null)} />}
      {noting !== null && <NoteDialog aboutIds={[item.id]} beginning={noting} onClose={() => setNoting(null)} />}
    </Panel>
  );
}
