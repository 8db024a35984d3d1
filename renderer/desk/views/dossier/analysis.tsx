import { Plus, Trash2 } from 'lucide-react';
import { confidences, likelihoods } from '#shared/domain/rating/estimate.ts';
import { dossierWords } from '#shared/wording/english/views/dossier-words.ts';
import { Button } from '../../components/button/button.tsx';
import { Section } from '../../components/heading/section.tsx';
import { IconButton } from '../../components/icon-button/icon-button.tsx';
import { SelectField } from '../../components/select-field/select-field.tsx';
import { TextArea } from '../../components/text-area/text-area.tsx';
import { TextField } from '../../components/text-field/text-field.tsx';
import { CitationPicker } from './citation-picker.tsx';
import type { DraftJudgment, DraftQuestion, DraftSection, PlanDraft } from './plan-draft.ts';
import { Statements } from './statements.tsx';

const words = dossierWords.analysis;
type Props = { readonly draft: PlanDraft; readonly change: (part: Partial<PlanDraft>) => void };

/** One of several, changed or taken out. */
function replaced<T extends { readonly key: string }>(all: readonly T[], key: string, one: Partial<T> | null): readonly T[] {
  return all.flatMap((each) => (each.key !== key ? [each] : one === null ? [] : [{ ...each, ...one }]));
}

/** The analysts' own words beside the summary: judgments, the report, what else could be, and what nobody knows yet. */
export function Analysis({ draft, change }: Props) {
  const { judgments, sections, alternatives, questions } = draft;
  const key = () => crypto.randomUUID();
  return (
    <>
      <Section title={words.judgments} aside={judgments.length}>
        <p className="soft section-lead">{words.judgmentsLead}</p>
        <ol className="statements">
          {judgments.map((judgment, at) => (
            <Judgment
              key={judgment.key}
              judgment={judgment}
              number={at + 1}
              onChange={(one) => change({ judgments: replaced(judgments, judgment.key, one) })}
            />
          ))}
        </ol>
        <Button
          tone="quiet"
          icon={Plus}
          onPress={() => change({ judgments: [...judgments, { key: key(), text: '', citeIds: [], likelihood: 'likely', confidence: 'low', basis: '' }] })}
        >
          {words.addJudgment}
        </Button>
      </Section>
      <Section title={words.sections} aside={sections.length}>
        {sections.map((section, at) => (
          <ReportSection key={section.key} section={section} number={at + 1} onChange={(one) => change({ sections: replaced(sections, section.key, one) })} />
        ))}
        <Button tone="quiet" icon={Plus} onPress={() => change({ sections: [...sections, { key: key(), heading: '', statements: [] }] })}>
          {words.addSection}
        </Button>
      </Section>
      <Section title={words.alternatives} aside={alternatives.length}>
        <Statements statements={alternatives} onChange={(all) => change({ alternatives: all })} lead={words.alternativesLead} letter="A" />
      </Section>
      <Section title={words.questions} aside={questions.length}>
        {questions.map((question, at) => (
          <Question key={question.key} question={question} number={at + 1} onChange={(one) => change({ questions: replaced(questions, question.key, one) })} />
        ))}
        <Button tone="quiet" icon={Plus} onPress={() => change({ questions: [...questions, { key: key(), text: '' }] })}>
          {words.addQuestion}
        </Button>
      </Section>
    </>
  );
}

type JudgmentProps = { readonly judgment: DraftJudgment; readonly number: number; readonly onChange: (one: Partial<DraftJudgment> | null) => void };

function Judgment({ judgment, number, onChange }: JudgmentProps) {
  return (
    <li className="statement" data-uncited={judgment.text.trim() !== '' && judgment.citeIds.length === 0}>
      <div className="statement-head">
        <span className="statement-number numeric">J{number}</span>
        <span className="statement-acts">
          <IconButton icon={Trash2} label={words.removeJudgment(number)} onPress={() => onChange(null)} />
        </span>
      </div>
      <TextArea label={words.judgment(number)} hideLabel rows={2} value={judgment.text} onChange={(text) => onChange({ text })} />
      <div className="judgment-scales">
        <SelectField
          label={words.likelihood}
          value={judgment.likelihood}
          options={likelihoods.map((value) => ({ value, label: words.likelihoods[value] }))}
          onChange={(likelihood) => onChange({ likelihood })}
        />
        <SelectField
          label={words.confidence}
          value={judgment.confidence}
          options={confidences.map((value) => ({ value, label: words.confidences[value] }))}
          onChange={(confidence) => onChange({ confidence })}
        />
      </div>
      <TextField label={words.basis} value={judgment.basis} onChange={(basis) => onChange({ basis })} />
      <CitationPicker statement={judgment} number={number} onChange={(citeIds) => onChange({ citeIds })} />
    </li>
  );
}

type SectionProps = { readonly section: DraftSection; readonly number: number; readonly onChange: (one: Partial<DraftSection> | null) => void };

function ReportSection({ section, number, onChange }: SectionProps) {
  return (
    <fieldset className="report-section">
      <legend className="field-label">{words.section(number)}</legend>
      <div className="report-heading">
        <TextField label={words.heading} value={section.heading} onChange={(heading) => onChange({ heading })} />
        <IconButton icon={Trash2} label={words.removeSection(number)} onPress={() => onChange(null)} />
      </div>
      <Statements statements={section.statements} onChange={(statements) => onChange({ statements })} lead="" letter="S" />
    </fieldset>
  );
}

type QuestionProps = { readonly question: DraftQuestion; readonly number: number; readonly onChange: (one: Partial<DraftQuestion> | null) => void };

function Question({ question, number, onChange }: QuestionProps) {
  return (
    <div className="report-heading">
      <TextField label={words.question(number)} value={question.text} onChange={(text) => onChange({ text })} />
      <IconButton icon={Trash2} label={words.removeQuestion(number)} onPress={() => onChange(null)} />
    </div>
  );
}
