import { deskWords } from '#shared/wording/english/desk.ts';
import { viewerWords } from '#shared/wording/english/views/viewer-words.ts';
import { say } from '../../bridge/toasts.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { Button } from '../../components/button/button.tsx';
import { LanguageField } from '../../components/language-field/language-field.tsx';
import { isLanguage, languageOf } from '../../components/language-field/typed-language.ts';
import { TextField } from '../../components/text-field/text-field.tsx';

export type TranslationDraft = {
  readonly language: string;
  readonly translator: string;
  readonly lines: readonly string[];
  /** The translation it is a better version of. */
  readonly replacesId: string | null;
};

type BarProps = {
  readonly evidenceId: string;
  readonly draft: TranslationDraft;
  readonly onChange: (draft: TranslationDraft) => void;
  readonly onDone: (translationId: string | null) => void;
};

/** Into which language and by whom, above the lines being written; kept whole as evidence of its own. */
export function TranslationBar({ evidenceId, draft, onChange, onDone }: BarProps) {
  const command = useCommand('evidence/translate');
  const words = viewerWords.translation;
  const language = languageOf(draft.language);
  const isTag = isLanguage(language);
  const ready = isTag && draft.translator.trim() !== '' && draft.lines.some((line) => line.trim() !== '');
  async function save(): Promise<void> {
    const { translator, lines, replacesId } = draft;
    const reply = await command.run({ id: evidenceId, language, translator, lines: [...lines], ...(replacesId && { replacesId }) });
    if (!reply.ok) return;
    say({ tone: 'good', title: words.saved });
    onDone(reply.value.id);
  }
  return (
    <fieldset className="translation-bar">
      <legend className="visually-hidden">{words.heading}</legend>
      <LanguageField
        label={words.language}
        placeholder={words.languageExample}
        value={draft.language}
        onChange={(next) => onChange({ ...draft, language: next })}
        {...(language !== '' && !isTag && { error: words.languageHint })}
        autoFocus
      />
      <TextField label={words.translator} value={draft.translator} onChange={(translator) => onChange({ ...draft, translator })} />
      <div className="translation-actions">
        <Button onPress={() => onDone(null)}>{deskWords.cancel}</Button>
        <Button tone="primary" busy={command.busy} disabled={!ready} onPress={() => void save()}>
          {words.save}
        </Button>
      </div>
    </fieldset>
  );
}

type LinesProps = {
  readonly draft: TranslationDraft;
  readonly lines: readonly number[];
  readonly originals: readonly string[];
  readonly onChange: (draft: TranslationDraft) => void;
};

/** A field beside each line of the original. Lines without words stay without. */
export function TranslationLines({ draft, lines, originals, onChange }: LinesProps) {
  const words = viewerWords.translation;
  return (
    <section className="article-beside" aria-label={words.lines} style={{ gridRow: `1 / span ${lines.length}` }}>
      {lines.map((line) =>
        originals[line]?.trim() ? (
          <textarea
            key={line}
            aria-label={words.line(line + 1)}
            rows={1}
            spellCheck={false}
            dir="auto"
            value={draft.lines[line] ?? ''}
            onChange={(event) => {
              const next = event.target.value.replace(/[\r\n]+/g, ' ');
              onChange({ ...draft, lines: draft.lines.map((old, at) => (at === line ? next : old)) });
            }}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
              event.preventDefault();
              nextField(event.currentTarget)?.focus();
            }}
          />
        ) : (
          <p key={line} />
        ),
      )}
    </section>
  );
}

function nextField(field: HTMLElement): HTMLElement | null {
  for (let next = field.nextElementSibling; next; next = next.nextElementSibling) if (next instanceof HTMLTextAreaElement) return next;
  return null;
}
