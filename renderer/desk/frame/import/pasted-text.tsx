import { deskWords } from '#shared/wording/english/desk.ts';
import { TextArea } from '../../components/text-area/text-area.tsx';
import { TextField } from '../../components/text-field/text-field.tsx';

export type Pasted = { readonly name: string; readonly text: string };
type PastedTextProps = { readonly pasted: Pasted; readonly onChange: (pasted: Pasted) => void; readonly tried: boolean; readonly onSubmit: () => void };
const words = deskWords.takeIn;

/** Text of an article or post, pasted or typed; it is kept byte for byte as evidence. */
export function PastedText({ pasted, onChange, tried, onSubmit }: PastedTextProps) {
  return (
    <div className="form">
      <TextField
        label={words.name}
        required
        autoFocus
        value={pasted.name}
        onChange={(name) => onChange({ ...pasted, name })}
        error={tried && pasted.name.trim() === '' ? words.nameMissing : null}
      />
      <TextArea
        label={words.pastedText}
        required
        rows={9}
        most={null}
        value={pasted.text}
        onChange={(text) => onChange({ ...pasted, text })}
        onSubmit={onSubmit}
        error={tried && pasted.text.trim() === '' ? words.textMissing : null}
      />
    </div>
  );
}
