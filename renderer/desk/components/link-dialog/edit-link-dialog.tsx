import { useState } from 'react';
import type { LinkRow } from '#shared/contract/links.ts';
import type { Credibility } from '#shared/domain/rating/admiralty.ts';
import { linksWords } from '#shared/wording/english/views/links-words.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { ActDialog } from '../dialog/act-dialog.tsx';
import { SelectField } from '../select-field/select-field.tsx';
import { TextArea } from '../text-area/text-area.tsx';
import { gradeOptions } from './draw-link-dialog.tsx';
import { linkReading } from './link-reading.ts';

/** Changes why a link is drawn and how it is graded; another relation is another link. Mount it to open it. */
export function EditLinkDialog({ link, onClose }: { readonly link: LinkRow; readonly onClose: () => void }) {
  const [rationale, setRationale] = useState(link.rationale ?? '');
  const [grade, setGrade] = useState<Credibility | 'none'>(link.grade ?? 'none');
  const command = useCommand('links/edit');
  const words = linksWords.dialog;
  async function save(): Promise<void> {
    const reply = await command.run({ id: link.id, rationale: rationale.trim() || null, grade: grade === 'none' ? null : grade });
    if (reply.ok) onClose();
  }
  return (
    <ActDialog title={words.editTitle} act={words.saveEdit} onAct={() => void save()} busy={command.busy} onClose={onClose}>
      <div className="form">
        <p className="wrap">
          {link.from.label} <strong>{linkReading(link.type, true)}</strong> {link.to.label}
        </p>
        <TextArea
          label={words.rationale}
          hint={words.rationaleHint}
          rows={4}
          autoFocus
          value={rationale}
          onChange={setRationale}
          onSubmit={() => void save()}
        />
        <SelectField label={words.grade} value={grade} options={gradeOptions} onChange={setGrade} />
      </div>
    </ActDialog>
  );
}
