import { X } from 'lucide-react';
import { useRef } from 'react';
import { dossierWords } from '#shared/wording/english/views/dossier-words.ts';
import { useQuery } from '../../bridge/use-query.ts';
import { Chip } from '../../components/chip/chip.tsx';
import { ComboField } from '../../components/combo-field/combo-field.tsx';
import { IconButton } from '../../components/icon-button/icon-button.tsx';
import { citing, type DraftStatement, notCiting } from './edit-statements.ts';

type CitationPickerProps = { readonly statement: DraftStatement; readonly number: number; readonly onChange: (citeIds: readonly string[]) => void };

/** What a sentence rests on: evidence and claims, picked by name. */
export function CitationPicker({ statement, number, onChange }: CitationPickerProps) {
  const { citeIds } = statement;
  const labels = useQuery('objects/labels', citeIds.length === 0 ? null : { ids: [...citeIds] });
  const words = dossierWords;
  const atFirst = useRef(citeIds);
  return (
    <div className="citations">
      {labels.value && (
        <ul className="chips" aria-label={`${words.statement(number)}: ${words.cites}`}>
          {labels.value.map((label) => (
            <li key={label.id} className="citation">
              <Chip kind={label.kind} id={label.id} label={label.label} />
              <IconButton icon={X} label={words.uncite(label.label)} onPress={() => onChange(notCiting(statement, label.id))} />
            </li>
          ))}
        </ul>
      )}
      <ComboField
        key={citeIds.join()}
        label={`${words.statement(number)}: ${words.cite}`}
        hideLabel
        placeholder={words.cite}
        kinds={['evidence', 'claim']}
        exceptIds={citeIds}
        value={null}
        autoFocus={citeIds.length > atFirst.current.length}
        onChange={(id) => id !== null && onChange(citing(statement, id))}
      />
    </div>
  );
}
