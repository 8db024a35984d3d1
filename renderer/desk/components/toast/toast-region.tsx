import { CircleAlert, CircleCheck, Info, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { deskWords } from '#shared/wording/english/desk.ts';
import { useShownName } from '../../bridge/shown-name.ts';
import { useStore } from '../../bridge/store.ts';
import { dismiss, type Toast, toasts } from '../../bridge/toasts.ts';
import { Button } from '../button/button.tsx';
import { IconButton } from '../icon-button/icon-button.tsx';
import './toast.css';

const shownMs = 8_000;
const icons = { plain: Info, good: CircleCheck, bad: CircleAlert } as const;

/** Messages in the corner, read aloud as they come. A pointer on them or the keyboard in them keeps them. */
export function ToastRegion() {
  const shown = useStore(toasts);
  const [held, setHeld] = useState(false);
  return (
    <section
      className="toasts"
      aria-label={deskWords.messages}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <div role="status" aria-live="polite" aria-relevant="additions">
        {shown.map((toast) => (
          <ToastCard key={toast.key} toast={toast} held={held} />
        ))}
      </div>
    </section>
  );
}

function ToastCard({ toast, held }: { readonly toast: Toast; readonly held: boolean }) {
  const { key, tone, title, detail, act, stays = false } = toast;
  const shownName = useShownName();
  useEffect(() => {
    // A refusal stays until it is read: it may be all that says why nothing happened.
    if (held || stays || tone === 'bad') return;
    const timer = setTimeout(() => dismiss(key), shownMs);
    return () => clearTimeout(timer);
  }, [key, held, stays, tone]);
  const Icon = icons[tone];
  return (
    <div className={`toast toast-${tone}`}>
      <Icon aria-hidden size={16} />
      <div className="toast-words">
        <div className="toast-title">{shownName(title)}</div>
        {detail && <div className="soft">{shownName(detail)}</div>}
      </div>
      {act && (
        <Button
          tone="quiet"
          onPress={() => {
            dismiss(key);
            act.run();
          }}
        >
          {act.label}
        </Button>
      )}
      <IconButton icon={X} label={deskWords.dismiss} onPress={() => dismiss(key)} />
    </div>
  );
}
