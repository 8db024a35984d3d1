import type { DossierPreview } from '#shared/contract/dossiers.ts';
import type { DossierPlan } from '#shared/domain/case/dossier-plan.ts';
import { atRiskMarks } from '#shared/domain/evidence/at-risk.ts';
import { atRiskTerms } from '#shared/wording/english/terms.ts';
import { dossierWords } from '#shared/wording/english/views/dossier-words.ts';
import { useQuery } from '../../bridge/use-query.ts';
import { Asked } from '../../components/asked/asked.tsx';
import { Banner } from '../../components/banner/banner.tsx';
import { ChipsOf } from '../../components/chip/chip.tsx';
import { Section } from '../../components/heading/section.tsx';
import { Panel } from '../../components/panel/panel.tsx';
import { AdviceSection } from './advice-section.tsx';
import { GateSection } from './gate-section.tsx';
import { PolicySection } from './policy-section.tsx';
import { ReviewSection } from './review-section.tsx';

const words = dossierWords.preview;

function reasonText(code: string): string {
  const mark = atRiskMarks.find((one) => one === code);
  return mark === undefined ? code : atRiskTerms[mark].label;
}

/** What an export of the saved plan would hold, hold back, or be refused for. */
export function Preview({ plan, unsaved }: { readonly plan: DossierPlan; readonly unsaved: boolean }) {
  const preview = useQuery('dossiers/preview', { planId: plan.id });
  return (
    <Panel title={words.title}>
      {unsaved && <p className="preview-unsaved">{words.unsaved}</p>}
      <Asked result={preview}>{(value) => <Held plan={plan} preview={value} />}</Asked>
    </Panel>
  );
}

function Held({ plan, preview }: { readonly plan: DossierPlan; readonly preview: DossierPreview }) {
  const stopped = preview.marked.some(({ decision }) => decision === 'open');
  return (
    <>
      {stopped && (
        <div className="banner-inset">
          <Banner tone="bad">{words.stopped}</Banner>
        </div>
      )}
      {preview.uncited.length === 0 && !stopped && <p className="preview-ready">{words.ready}</p>}
      {preview.uncited.length > 0 && (
        <Section title={words.uncited} aside={preview.uncited.length}>
          <div className="banner-inset">
            <Banner tone="bad">{words.uncitedLead}</Banner>
          </div>
          <Numbered items={preview.uncited.map(({ label, id, text }) => ({ label, id, text }))} />
        </Section>
      )}
      <GateSection plan={plan} marked={preview.marked} />
      {preview.unmarked.length > 0 && (
        <Section title={words.unmarked} aside={preview.unmarked.length}>
          <p className="soft section-lead">{words.unmarkedLead}</p>
          <ul className="numbered">
            {preview.unmarked.map(({ label, id }) => (
              <li key={id}>
                <span className="number numeric">{label}</span>
                <ChipsOf ids={[id]} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      <AdviceSection advice={preview.advice} />
      <ReviewSection plan={plan} review={preview.review} />
      <Section title={words.exhibits} aside={preview.exhibits.length}>
        <Numbered items={preview.exhibits.map(({ label, id, name }) => ({ label, id, text: name }))} />
      </Section>
      {preview.withheld.length > 0 && (
        <Section title={words.withheld} aside={preview.withheld.length}>
          <p className="soft section-lead">{words.withheldLead}</p>
          <ul className="numbered">
            {preview.withheld.map(({ label, id, reasons }) => (
              <li key={id}>
                <span className="number">{label}</span>
                <span className="withheld-one">
                  <ChipsOf ids={[id]} />
                  <span className="soft">{reasons.map(reasonText).join(', ')}</span>
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={words.claims} aside={preview.claims.length}>
        <Numbered items={preview.claims} />
      </Section>
      <PolicySection profile={plan.profile} />
      <Section title={dossierWords.files} aside={preview.files.length}>
        <p className="soft section-lead">{dossierWords.filesLead}</p>
        <ul className="file-names mono">
          {preview.files.map((file) => (
            <li key={file}>{file}</li>
          ))}
        </ul>
      </Section>
    </>
  );
}

function Numbered({ items }: { readonly items: readonly { readonly label: string; readonly id: string; readonly text: string }[] }) {
  if (items.length === 0) return <p className="faint">{words.none}</p>;
  return (
    <ol className="numbered">
      {items.map(({ label, id, text }) => (
        <li key={id}>
          <span className="number numeric">{label}</span>
          <span className="wrap">{text}</span>
        </li>
      ))}
    </ol>
  );
}
