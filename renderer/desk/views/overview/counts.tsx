import { Button } from 'react-aria-components/Button';
import type { Overview } from '#shared/contract/case.ts';
import { deskWords } from '#shared/wording/english/desk.ts';
import { languageTag } from '#shared/wording/spoken.ts';
import { openView } from '../../bridge/navigation.ts';

const shown = ['sources', 'evidence', 'claims', 'links', 'notes', 'entities', 'custody'] as const;

/** How much the case holds; each number opens its view. */
export function Counts({ counts }: { readonly counts: Overview['counts'] }) {
  return (
    <div className="counts">
      {shown.map((what) => (
        <Button key={what} className="count" onPress={() => openView(what)}>
          <span className="count-number">{counts[what].toLocaleString(languageTag())}</span>
          <span className="count-name">{deskWords.counted[what]}</span>
        </Button>
      ))}
    </div>
  );
}
