import { X } from 'lucide-react';
import { useRef, useState } from 'react';
import { dossierWords } from '#shared/wording/english/views/dossier-words.ts';
import { useQuery } from '../../bridge/use-query.ts';
import { Asked } from '../asked/asked.tsx';
import { Button } from '../button/button.tsx';
import { IconButton } from '../icon-button/icon-button.tsx';
import { TextArea } from '../text-area/text-area.tsx';
import { TextField } from '../text-field/text-field.tsx';

const words = dossierWords.redact;
export type Passage = { readonly start: number; readonly end: number; readonly role: string };
type Props = { readonly evidenceId: string; readonly passages: readonly Passage[]; readonly onChange: (passages: readonly Passage[]) => void };

/** The text, in which words are selected, with mouse or keys, and replaced by a role. */
export function TextRedaction({ evidenceId, passages, onChange }: Props) {
  const text = useQuery('evidence/text', { id: evidenceId });
  const area = useRef<HTMLTextAreaElement>(null);
  const [role, setRole] = useState('');
  function take(): void {
    const [start, end] = [area.current?.selectionStart ?? 0, area.current?.selectionEnd ?? 0];
    if (end > start && role.trim() !== '') onChange([...passages, { start, end, role: role.trim() }]);
  }
  return (
    <Asked result={text}>
      {({ text: all }) => (
        <div className="redaction">
          <p className="soft">{words.textLead}</p>
          <TextArea label={words.text} rows={12} readOnly value={all} onChange={() => undefined} areaRef={area} />
          <div className="redaction-role">
            <TextField label={words.role} hint={words.roleHint} value={role} onChange={setRole} />
            <Button disabled={role.trim() === ''} onPress={take}>
              {words.replace}
            </Button>
          </div>
          <ol className="redaction-list" aria-label={words.passages}>
            {passages.map((passage, index) => (
              <li key={`${passage.start} ${passage.end}`}>
                <span className="wrap">{words.passage(all.slice(passage.start, passage.end), passage.role)}</span>
                <IconButton icon={X} label={words.removePassage(index + 1)} onPress={() => onChange(passages.filter((_, place) => place !== index))} />
              </li>
            ))}
          </ol>
        </div>
      )}
    </Asked>
  );
}
