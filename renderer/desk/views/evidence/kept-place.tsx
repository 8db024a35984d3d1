import { Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { MarkedPlace } from '#shared/domain/evidence/marked-place.ts';
import { viewerWords } from '#shared/wording/english/views/viewer-words.ts';
import { send, useCommand } from '../../bridge/use-command.ts';
import { ActDialog } from '../../components/dialog/act-dialog.tsx';
import { IconButton } from '../../components/icon-button/icon-button.tsx';
import { LanguageField } from '../../components/language-field/language-field.tsx';
import { isLanguage, languageOf } from '../../components/language-field/typed-language.ts';
import { TextArea } from '../../components/text-area/text-area.tsx';
import { TextField } from '../../components/text-field/text-field.tsx';

type KeptPlaceProps = { readonly evidenceId: string; readonly place: MarkedPlace };

/** A kept place in one line: what it is called and reads, to be changed or taken away. */
export function KeptPlace({ evidenceId, place }: KeptPlaceProps) {
  const [editing, setEditing] = useState(false);
  const words = viewerWords.place;
  const told = place.label ?? place.transcription ?? (place.anchor.sort === 'quote' ? place.anchor.exact : words.unnamed);
  return (
    <>
      <span className="cut kept-words" title={place.transcription ?? told}>
        {told}
        {place.label && place.transcription && <span className="soft"> {place.transcription}</span>}
      </span>
      <span className="kept-acts">
        <IconButton icon={Pencil} label={words.edit(told)} onPress={() => setEditing(true)} />
        <IconButton icon={Trash2} label={words.remove(told)} onPress={() => void send('evidence/unmark-place', { id: evidenceId, placeId: place.id })} />
      </span>
      {editing && <PlaceDialog evidenceId={evidenceId} place={place} onClose={() => setEditing(false)} />}
    </>
  );
}

function PlaceDialog({ evidenceId, place, onClose }: KeptPlaceProps & { readonly onClose: () => void }) {
  const [label, setLabel] = useState(place.label ?? '');
  const [transcription, setTranscription] = useState(place.transcription ?? '');
  const [language, setLanguage] = useState(place.language ?? '');
  const command = useCommand('evidence/edit-place');
  const words = viewerWords.place;
  const tag = languageOf(language);
  const isTag = tag === '' || isLanguage(tag);
  async function save(): Promise<void> {
    if (!isTag || command.busy) return;
    const spoken = { label: label.trim() || null, transcription: transcription.trim() || null, language: tag || null };
    const reply = await command.run({ id: evidenceId, placeId: place.id, ...spoken });
    if (reply.ok) onClose();
  }
  return (
    <ActDialog title={words.title} size="small" act={words.save} onAct={() => void save()} busy={command.busy} disabled={!isTag} onClose={onClose}>
      <div className="form">
        <TextField label={words.label} value={label} onChange={setLabel} onEnter={() => void save()} autoFocus />
        <TextArea
          label={words.transcription}
          rows={4}
          value={transcription}
          onChange={setTranscription}
          onSubmit={() => void save()}
          {...(tag && isTag && { lang: tag })}
        />
        <LanguageField
          label={words.language}
          placeholder={viewerWords.translation.languageExample}
          value={language}
          onChange={setLanguage}
          error={isTag ? null : viewerWords.translation.languageHint}
        />
      </div>
    </ActDialog>
  );
}
