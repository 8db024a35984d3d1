import { ChevronDown, ChevronUp } from 'lucide-react';
import { useMemo, useState } from 'react';
import { evidenceWords } from '#shared/wording/english/views/evidence-words.ts';
import { IconButton } from '../../components/icon-button/icon-button.tsx';
import { TextField } from '../../components/text-field/text-field.tsx';
import { findSpans } from './quote-span.ts';
import type { TextSpan } from './text-offsets.ts';

const mostHits = 500;

/** Finds words in the text and selects them there, so that a quote can be picked by typing its beginning. */
export function FindInText({ text, onShow }: { readonly text: string; readonly onShow: (span: TextSpan) => void }) {
  const [wanted, setWanted] = useState('');
  const [at, setAt] = useState(-1);
  const hits = useMemo(() => findSpans(text, wanted, mostHits), [text, wanted]);
  const words = evidenceWords.text;
  const step = (by: 1 | -1) => {
    if (hits.length === 0) return;
    const next = (at + by + hits.length) % hits.length;
    const hit = hits[next];
    setAt(next);
    if (hit) onShow(hit);
  };
  return (
    <search className="find-in-text">
      <TextField
        label={words.find}
        hideLabel
        placeholder={words.find}
        value={wanted}
        onChange={(next) => {
          setWanted(next);
          setAt(-1);
        }}
        onEnter={() => step(1)}
      />
      <span className="find-hits numeric" role="status">
        {wanted.trim() !== '' && words.hits(at + 1, hits.length)}
      </span>
      <IconButton icon={ChevronUp} label={words.previous} onPress={() => step(-1)} disabled={hits.length === 0} />
      <IconButton icon={ChevronDown} label={words.next} onPress={() => step(1)} disabled={hits.length === 0} />
    </search>
  );
}
