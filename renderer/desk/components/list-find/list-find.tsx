import { TextField } from '../text-field/text-field.tsx';
import './list-find.css';

type ListFindProps = { readonly label: string; readonly value: string; readonly onChange: (wanted: string) => void };

/** Narrows the list under it by words. */
export function ListFind({ label, value, onChange }: ListFindProps) {
  return (
    <search className="list-find">
      <TextField label={label} hideLabel placeholder={label} value={value} onChange={onChange} />
    </search>
  );
}
