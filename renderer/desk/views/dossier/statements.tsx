import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react';
import { dossierWords } from '#shared/wording/english/views/dossier-words.ts';
import { Badge } from '../../components/badge/badge.tsx';
import { Button } from '../../components/button/button.tsx';
import { IconButton } from '../../components/icon-button/icon-button.tsx';
import { TextArea } from '../../components/text-area/text-area.tsx';
import { CitationPicker } from './citation-picker.tsx';
import { type DraftStatement, moved, uncitedOf, withStatement } from './edit-statements.ts';

type StatementsProps = {
  readonly statements: readonly DraftStatement[];
  readonly onChange: (statements: readonly DraftStatement[]) => void;
  /** What stands above, where it is not the summary. */
  readonly lead?: string;
  readonly letter?: string;
};

/** The summary, sentence by sentence, each with what it rests on. */
export function Statements({ statements, onChange, lead, letter = 'S' }: StatementsProps) {
  const words = dossierWords;
  const uncited = uncitedOf(statements);
  return (
    <>
      <p className="soft section-lead">{lead ?? (statements.length === 0 ? words.noStatements : words.statementsLead)}</p>
      <ol className="statements">
        {statements.map((statement, at) => (
          <li key={statement.key} className="statement" data-uncited={uncited.includes(statement)}>
            <div className="statement-head">
              <span className="statement-number numeric">
                {letter}
                {at + 1}
              </span>
              {uncited.includes(statement) && <Badge tone="bad">{words.uncited}</Badge>}
              <span className="statement-acts">
                <IconButton icon={ArrowUp} label={words.up(at + 1)} disabled={at === 0} onPress={() => onChange(moved(statements, statement.key, -1))} />
                <IconButton
                  icon={ArrowDown}
                  label={words.down(at + 1)}
                  disabled={at === statements.length - 1}
                  onPress={() => onChange(moved(statements, statement.key, 1))}
                />
                <IconButton
                  icon={Trash2}
                  label={words.removeStatement(at + 1)}
                  onPress={() => onChange(statements.filter((one) => one.key !== statement.key))}
                />
              </span>
            </div>
            <TextArea
              label={words.statement(at + 1)}
              hideLabel
              rows={2}
              autoFocus={statement.text === '' && statement.id === undefined}
              value={statement.text}
              onChange={(text) => onChange(withStatement(statements, statement.key, { text }))}
            />
            <CitationPicker statement={statement} number={at + 1} onChange={(citeIds) => onChange(withStatement(statements, statement.key, { citeIds }))} />
          </li>
        ))}
      </ol>
      <Button tone="quiet" icon={Plus} onPress={() => onChange([...statements, { key: crypto.randomUUID(), text: '', citeIds: [] }])}>
        {words.addStatement}
      </Button>
    </>
  );
}
