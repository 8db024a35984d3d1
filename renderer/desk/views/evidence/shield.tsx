import { EyeOff } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { ShieldedKind } from '#shared/contract/setting-choices.ts';
import type { AtRiskMark } from '#shared/domain/evidence/at-risk.ts';
import { atRiskTerms } from '#shared/wording/english/terms.ts';
import { evidenceWords } from '#shared/wording/english/views/evidence-words.ts';
import { useShielded } from '../../components/anchor-view/is-shielded.ts';
import { Button } from '../../components/button/button.tsx';
import { EmptyState } from '../../components/empty-state/empty-state.tsx';

/** Keeps injury, death and the faces of captives off the screen until somebody asks to see them. */
export function Shield({ marks, kind, children }: { readonly marks: readonly AtRiskMark[]; readonly kind: ShieldedKind; readonly children: ReactNode }) {
  const [asked, setAsked] = useState(false);
  const words = evidenceWords.shield;
  const shielded = useShielded(marks, kind);
  if (!shielded) return children;
  if (asked)
    return (
      <div className="shield-open">
        <div className="shield-bar">
          <Button tone="quiet" icon={EyeOff} onPress={() => setAsked(false)}>
            {words.hide}
          </Button>
        </div>
        <div className="shield-content">{children}</div>
      </div>
    );
  return (
    <EmptyState icon={EyeOff} title={words.title} actions={<Button onPress={() => setAsked(true)}>{words.show}</Button>}>
      {words.text(marks.map((mark) => atRiskTerms[mark].label.toLocaleLowerCase()))}
    </EmptyState>
  );
}
