import { ArrowDownUp } from 'lucide-react';
import { useState } from 'react';
import type { Label } from '#shared/contract/case.ts';
import type { ObjectId } from '#shared/kernel/ids.ts';
import { deskWords } from '#shared/wording/english/desk.ts';
import { identityWords } from '#shared/wording/english/views/identity-words.ts';
import { sayDone } from '../../bridge/say-done.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useQuery } from '../../bridge/use-query.ts';
import { Asked } from '../../components/asked/asked.tsx';
import { Button } from '../../components/button/button.tsx';
import { KindIcon } from '../../components/chip/kind-icon.tsx';
import { ComboField } from '../../components/combo-field/combo-field.tsx';
import { Dialog } from '../../components/dialog/dialog.tsx';
import { Section } from '../../components/heading/section.tsx';
import { NameInLines } from '../../components/name/name.tsx';

const words = identityWords.dialog;
type MergeProps = { readonly keptId: string; readonly goneId: string | null; readonly onClose: () => void; readonly onMerged: (id: string) => void };

/** Makes two entities one, after showing everything that would move. */
export function MergeDialog(props: MergeProps) {
  const [keptId, setKeptId] = useState<string | null>(props.keptId);
  const [goneId, setGoneId] = useState(props.goneId);
  const preview = useQuery('entities/merge-preview', keptId && goneId ? { keptId: keptId as ObjectId, goneId: goneId as ObjectId } : null);
  const merge = useCommand('entities/merge');
  async function mergeThem(): Promise<void> {
    if (!keptId || !goneId) return;
    const reply = await merge.run({ keptId: keptId as ObjectId, goneId: goneId as ObjectId });
    if (!reply.ok) return;
    sayDone(words.done(reply.value.moved));
    props.onMerged(keptId);
  }
  return (
    <Dialog
      title={words.title}
      open
      onClose={props.onClose}
      actions={
        <>
          <Button onPress={props.onClose}>{deskWords.cancel}</Button>
          <Button tone="primary" busy={merge.busy} disabled={preview.state !== 'ready'} onPress={() => void mergeThem()}>
            {words.action}
          </Button>
        </>
      }
    >
      <div className="form">
        <p className="soft">{words.text}</p>
        <ComboField label={words.kept} kinds={['entity']} value={keptId} onChange={setKeptId} exceptIds={goneId ? [goneId] : []} />
        <ComboField label={words.gone} kinds={['entity']} value={goneId} onChange={setGoneId} exceptIds={keptId ? [keptId] : []} />
        <div>
          <Button
            icon={ArrowDownUp}
            disabled={!keptId || !goneId}
            onPress={() => {
              setKeptId(goneId);
              setGoneId(keptId);
            }}
          >
            {words.swap}
          </Button>
        </div>
        {keptId && goneId && (
          <Asked result={preview}>
            {(plan) => (
              <>
                <Section title={words.names} aside={plan.names.length}>
                  <p className="wrap">
                    <NameInLines text={plan.names.join(' · ')} />
                  </p>
                </Section>
                <Moved title={words.asserted} labels={plan.asserted} />
                <Moved title={words.relayed} labels={plan.relayed} />
                <Moved title={words.links} labels={plan.links} />
                <Moved title={words.dropped} labels={plan.droppedLinks} />
                <Moved title={words.notes} labels={plan.notes} />
                <Moved title={words.plans} labels={plan.plans} />
                {plan.boards > 0 && <p className="soft">{words.boards(plan.boards)}</p>}
                {[plan.asserted, plan.relayed, plan.links, plan.droppedLinks, plan.notes, plan.plans].every((list) => list.length === 0) && (
                  <p className="faint">{words.nothing}</p>
                )}
              </>
            )}
          </Asked>
        )}
      </div>
    </Dialog>
  );
}

function Moved({ title, labels }: { readonly title: string; readonly labels: readonly Label[] }) {
  if (labels.length === 0) return null;
  return (
    <Section title={title} aside={labels.length}>
      <ul className="entity-moved">
        {labels.map((label) => (
          <li key={label.id}>
            <KindIcon kind={label.kind} size={12} />
            <span className="wrap">
              <NameInLines text={label.label} />
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
