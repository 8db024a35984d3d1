import { Pencil, Scissors, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { ClaimRow } from '#shared/contract/claims.ts';
import type { Anchor } from '#shared/domain/evidence/anchor.ts';
import { speechActTerms } from '#shared/wording/english/terms.ts';
import { claimsWords } from '#shared/wording/english/views/claims-words.ts';
import { selectObject } from '../../bridge/navigation.ts';
import { sayDone } from '../../bridge/say-done.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useQuery } from '../../bridge/use-query.ts';
import { AnchorView } from '../../components/anchor-view/anchor-view.tsx';
import { Asked } from '../../components/asked/asked.tsx';
import { Chip, ChipsOf } from '../../components/chip/chip.tsx';
import { EditClaimDialog } from '../../components/claim-form/edit-claim-dialog.tsx';
import { spokenDate } from '../../components/date-field/spoken-date.ts';
import { Section } from '../../components/heading/section.tsx';
import { IconButton } from '../../components/icon-button/icon-button.tsx';
import { shownMoment } from '../../components/moment/shown-moment.ts';
import { NameInLines } from '../../components/name/name.tsx';
import { ObjectLinks } from '../../components/object-links/object-links.tsx';
import { ObjectNotes } from '../../components/object-notes/object-notes.tsx';
import { Panel } from '../../components/panel/panel.tsx';
import { Assessment } from './assessment.tsx';

/** One claim: who says so, on what, how it is judged, and what stands around it. */
export function ClaimDetail({ id, onSplit }: { readonly id: string; readonly onSplit: () => void }) {
  const claim = useQuery('claims/show', { id });
  return <Asked result={claim}>{(value) => <OneClaim claim={value} onSplit={onSplit} />}</Asked>;
}

function keyOf(anchor: Anchor): string {
  if (anchor.sort === 'quote') return `${anchor.evidenceId} ${anchor.start} ${anchor.end}`;
  if (anchor.sort === 'page') return `${anchor.evidenceId} page ${anchor.page} ${JSON.stringify(anchor.region)}`;
  if (anchor.sort === 'time') return `${anchor.evidenceId} time ${anchor.from} ${anchor.to}`;
  if (anchor.sort === 'region') return `${anchor.evidenceId} ${anchor.region.x} ${anchor.region.y} ${anchor.region.w} ${anchor.region.h}`;
  return anchor.evidenceId;
}

function OneClaim({ claim, onSplit }: { readonly claim: ClaimRow; readonly onSplit: () => void }) {
  const [editing, setEditing] = useState(false);
  const remove = useCommand('claims/remove');
  const words = claimsWords.detail;
  async function removeIt(): Promise<void> {
    const reply = await remove.run({ id: claim.id });
    if (!reply.ok) return;
    sayDone(words.removed, 'plain');
    selectObject(null);
  }
  return (
    <Panel
      title={words.heading}
      actions={
        <>
          <IconButton icon={Pencil} label={words.edit} onPress={() => setEditing(true)} />
          <IconButton icon={Scissors} label={claimsWords.split.button} onPress={onSplit} />
          <IconButton icon={Trash2} label={words.remove} disabled={remove.busy} onPress={() => void removeIt()} />
        </>
      }
    >
      <p className="claim-text wrap">
        <NameInLines text={claim.text} />
      </p>
      <p className="claim-chain">
        <Chip kind="entity" id={claim.asserterId} label={claim.asserter} />
        <span>{speechActTerms[claim.act]}</span>
        {claim.via.map((name, at) => (
          <span className="claim-relay" key={claim.viaIds[at]}>
            <span className="soft">{claimsWords.via}</span>
            <Chip kind="entity" id={claim.viaIds[at] ?? ''} label={name} />
          </span>
        ))}
      </p>
      <dl className="claim-dates">
        <div>
          <dt>{words.said}</dt>
          <dd>{claim.saidAt ? spokenDate(claim.saidAt) : <span className="faint">{words.unknownDate}</span>}</dd>
        </div>
        <div>
          <dt>{words.event}</dt>
          <dd>{claim.eventAt ? spokenDate(claim.eventAt) : <span className="faint">{words.unknownDate}</span>}</dd>
        </div>
      </dl>
      <Assessment claim={claim} />
      <Section title={words.rests} aside={claimsWords.origins(claim.independentOrigins, claim.evidenceIds.length)}>
        {claim.anchors.length === 0 && claim.evidenceIds.length === 0 && <p className="soft">{words.restsNothing}</p>}
        {claim.anchors.map((anchor) => (
          <AnchorView key={keyOf(anchor)} anchor={anchor} />
        ))}
        {claim.anchors.length === 0 && claim.evidenceIds.length > 0 && <ChipsOf ids={claim.evidenceIds} />}
      </Section>
      {claim.contradictedBy.length > 0 && (
        <Section title={words.conflicts} aside={claim.contradictedBy.length}>
          <ChipsOf ids={claim.contradictedBy} />
        </Section>
      )}
      {claim.supportedBy.length > 0 && (
        <Section title={words.supported} aside={claim.supportedBy.length}>
          <ChipsOf ids={claim.supportedBy} />
        </Section>
      )}
      <ObjectLinks id={claim.id} />
      <ObjectNotes id={claim.id} />
      <p className="claim-made faint">{words.by(claim.by, shownMoment(claim.madeAt, false))}</p>
      {editing && <EditClaimDialog claim={claim} onClose={() => setEditing(false)} />}
    </Panel>
  );
}
