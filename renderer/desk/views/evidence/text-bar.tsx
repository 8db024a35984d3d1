import { ChevronLeft, ChevronRight, Languages, Pencil } from 'lucide-react';
import { useMemo } from 'react';
import type { EvidenceRow } from '#shared/contract/evidence.ts';
import type { EvidenceItem } from '#shared/domain/evidence/evidence-item.ts';
import { evidenceWords } from '#shared/wording/english/views/evidence-words.ts';
import { viewerWords } from '#shared/wording/english/views/viewer-words.ts';
import { bridge } from '../../bridge/bridge.ts';
import { useQuery } from '../../bridge/use-query.ts';
import { IconButton } from '../../components/icon-button/icon-button.tsx';
import { shownMoment } from '../../components/moment/shown-moment.ts';
import { SelectField } from '../../components/select-field/select-field.tsx';
import { type Beside, translationsOf } from './beside.ts';
import { FindInText } from './find-in-text.tsx';
import type { ClaimedSpan } from './highlight-runs.ts';
import type { TextSpan } from './text-offsets.ts';
import type { TranslationDraft } from './translation-editor.tsx';

type TextBarProps = {
  readonly item: EvidenceItem;
  readonly text: string;
  readonly language: string | null;
  readonly beside: Beside;
  readonly parts: readonly TextSpan[];
  readonly at: number;
  readonly claimed: readonly ClaimedSpan[];
  readonly onShow: (span: TextSpan) => void;
  readonly onTurn: (part: number) => void;
  readonly onBeside: (beside: Beside) => void;
  readonly onTranslate: (draft: TranslationDraft) => void;
};

/** Finds in the text, turns its parts, and chooses what stands beside it. */
export function TextBar({ item, text, language, beside, parts, at, claimed, onShow, onTurn, onBeside, onTranslate }: TextBarProps) {
  const words = evidenceWords.text;
  const rows = useQuery('evidence/derived', { id: item.id }).value;
  const translations = translationsOf(rows);
  const claims = useMemo(() => new Set(claimed.map((span) => span.claimId)).size, [claimed]);
  const shown = translations.find((row) => beside === `text:${row.id}`);
  async function revise(row: EvidenceRow): Promise<void> {
    const before = await bridge().query('evidence/text', { id: row.id });
    if (before.ok) onTranslate({ language: row.language ?? '', translator: row.translator ?? '', lines: before.value.text.split('\n'), replacesId: row.id });
  }
  return (
    <div className="viewer-bar">
      <FindInText text={text} onShow={onShow} />
      {parts.length > 1 && (
        <span className="text-parts">
          <IconButton icon={ChevronLeft} label={words.partBefore} disabled={at === 0} onPress={() => onTurn(at - 1)} />
          <span className="numeric">{words.part(at + 1, parts.length)}</span>
          <IconButton icon={ChevronRight} label={words.partAfter} disabled={at === parts.length - 1} onPress={() => onTurn(at + 1)} />
        </span>
      )}
      <span className="soft text-claimed">{claims === 0 ? words.noneClaimed : words.claimed(claims)}</span>
      <span className="viewer-bar-end">
        <SelectField<Beside> label={words.beside} hideLabel value={beside} options={besideOptions(item, translations)} onChange={onBeside} />
        {shown && <IconButton icon={Pencil} label={viewerWords.translation.revise} onPress={() => void revise(shown)} />}
        <IconButton
          icon={Languages}
          label={viewerWords.translation.begin}
          onPress={() => onTranslate({ language: language === 'en' ? '' : 'en', translator: '', lines: text.split('\n').map(() => ''), replacesId: null })}
        />
      </span>
    </div>
  );
}

function besideOptions(
  item: EvidenceItem,
  translations: readonly EvidenceRow[],
): readonly { readonly value: Beside; readonly label: string; readonly detail?: string }[] {
  const words = viewerWords.translation;
  const original = item.translator === undefined ? null : item.derivedFrom;
  return [
    { value: 'none', label: words.nothingBeside },
    ...(item.page === null ? [] : [{ value: 'page' as const, label: evidenceWords.tabs.page }]),
    ...(original ? [{ value: `text:${original.evidenceId}` as const, label: words.original }] : []),
    ...translations.map((row) => ({
      value: `text:${row.id}` as const,
      label: words.by(row.language ?? '', row.translator ?? ''),
      detail: shownMoment(row.takenInAt, false),
    })),
  ];
}
