import type { Commands, Queries } from '#shared/contract/contract.ts';
import type { Answer, Sent } from '#shared/contract/message.ts';
import { reliabilityGrades } from '#shared/domain/rating/admiralty.ts';
import { reliabilityTerms, reliabilityText } from '#shared/wording/english/terms.ts';
import { sourcesWords } from '#shared/wording/english/views/sources-words.ts';
import { useDraft } from '../../bridge/drafts.ts';
import { useSaving } from '../../bridge/saving.ts';
import { sayDone } from '../../bridge/say-done.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useQuery } from '../../bridge/use-query.ts';
import { Asked } from '../../components/asked/asked.tsx';
import { Button } from '../../components/button/button.tsx';
import { ChipsOf } from '../../components/chip/chip.tsx';
import { Section } from '../../components/heading/section.tsx';
import { ObjectLinks } from '../../components/object-links/object-links.tsx';
import { ObjectNotes } from '../../components/object-notes/object-notes.tsx';
import { Panel } from '../../components/panel/panel.tsx';
import { SelectField } from '../../components/select-field/select-field.tsx';
import { draftOf, type SourceDraft, sourceInput } from './source-draft.ts';
import { SourceFields } from './source-fields.tsx';

type Source = Answer<Queries['sources/show']>;
const words = sourcesWords;
const grades = [
  { value: 'none', label: words.notRated, detail: words.notRatedMeaning } as const,
  ...reliabilityGrades.map((value) => ({ value, label: reliabilityText(value), detail: reliabilityTerms[value].meaning })),
];

/** One source: rated by itself, apart from what it says, and edited in place. */
export function SourceDetail({ id }: { readonly id: string }) {
  const source = useQuery('sources/show', { id });
  return <Asked result={source}>{(value) => <OneSource source={value} />}</Asked>;
}

function OneSource({ source }: { readonly source: Source }) {
  const [changed, setChanged] = useDraft<SourceDraft>('source', source.id);
  const edit = useCommand('sources/edit');
  const rate = useCommand('sources/rate');
  const draft = changed ?? draftOf(source);
  const input = sourceInput(draft);
  async function save(): Promise<void> {
    if (input === null) return;
    const change: Sent<Commands['sources/edit']> = { id: source.id, ...input };
    const reply = await edit.run(change);
    if (!reply.ok) return;
    setChanged(null);
    sayDone(words.saved);
  }
  useSaving(() => void save(), changed !== null);
  return (
    <Panel
      title={source.title}
      actions={
        changed && (
          <>
            <Button tone="quiet" onPress={() => setChanged(null)}>
              {words.discard}
            </Button>
            <Button tone="primary" busy={edit.busy} disabled={input === null} onPress={() => void save()}>
              {words.save}
            </Button>
          </>
        )
      }
    >
      <div className="source-body">
        <div className="source-grade">
          <SelectField
            label={words.reliability}
            value={source.reliability ?? 'none'}
            options={grades}
            hint={source.reliability ? reliabilityTerms[source.reliability].meaning : words.notRatedMeaning}
            onChange={(grade) => void rate.run({ id: source.id, reliability: grade === 'none' ? null : grade })}
          />
        </div>
        <SourceFields draft={draft} onChange={setChanged} selfId={source.id} strict autoFocus={false} />
        <div className="source-panels">
          <Section title={words.evidence} aside={source.evidenceIds.length}>
            {source.evidenceIds.length === 0 ? <p className="faint">{words.noEvidence}</p> : <ChipsOf ids={source.evidenceIds} />}
          </Section>
          <Section title={words.claims} aside={source.claimIds.length}>
            {source.claimIds.length === 0 ? <p className="faint">{words.noClaims}</p> : <ChipsOf ids={source.claimIds} />}
          </Section>
          <ObjectLinks id={source.id} />
          <ObjectNotes id={source.id} />
        </div>
      </div>
    </Panel>
  );
}
