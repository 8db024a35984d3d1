import { useEffect, useState } from 'react';
import type { Language } from '#shared/kernel/languages.ts';
import { unlockWords } from '#shared/wording/english/unlock.ts';
import { speak } from '#shared/wording/speak.ts';
import { languageTag } from '#shared/wording/spoken.ts';
import { About } from './about.tsx';
import { AnewForm, type AnewKind } from './anew/anew-form.tsx';
import { bridge, type CaseFolder } from './bridge.ts';
import { CreateForm } from './create-form.tsx';
import { KeysScreen } from './keys/keys-screen.tsx';
import { OpenForm, type OpeningFor } from './open-form.tsx';
import { RecoverForm } from './recover-form.tsx';
import { RecoveryWords } from './recovery-words.tsx';
import { SharesForm } from './shares-form.tsx';
import { StartScreen } from './start-screen.tsx';

type Screen =
  | { readonly name: 'start' | 'create' | 'keys' }
  | { readonly name: 'open'; readonly folder: CaseFolder; readonly opening: OpeningFor; readonly mayRemember: boolean }
  | { readonly name: 'recover' | 'shares'; readonly folder: CaseFolder; readonly forKeys: boolean }
  | { readonly name: 'anew'; readonly folder: CaseFolder; readonly kind: AnewKind }
  | { readonly name: 'words'; readonly words: readonly string[] };

const enter = () => void bridge().shell({ ask: 'enter' });

/** One screen at a time, from the choice of a case to the desk, or to its keys. */
export function UnlockPage() {
  const [screen, show] = useState<Screen>({ name: 'start' });
  const [, setSpoken] = useState(bridge().spoken);
  const hear = (language: Language) => {
    speak(language);
    document.documentElement.lang = languageTag();
    setSpoken(language); // every word of this page is read anew while it is drawn
  };
  const start = () => show({ name: 'start' });
  useEffect(() => {
    const left = ({ '#keys': 'case-for-keys', '#branch': 'case-for-branch' } as const)[location.hash];
    if (left === undefined) return;
    void bridge()
      .shell({ ask: left })
      .then((answer) => {
        if (answer.kind !== 'case') return;
        const { branch } = answer;
        show({ name: 'open', folder: answer, opening: branch === undefined ? { to: 'keys' } : { to: 'branch', branch }, mayRemember: false });
      });
  }, []);
  // Whoever types a key wants the desk behind it: its window is made ready while they do.
  const beforeDesk = screen.name !== 'start' && screen.name !== 'anew';
  useEffect(() => {
    if (beforeDesk) void bridge().shell({ ask: 'ready-desk' });
  }, [beforeDesk]);
  const keys = () => show({ name: 'keys' });
  return (
    <div className="page">
      {bridge().demonstrationEngine && (
        <p className="demonstration" role="alert">
          {unlockWords.demonstration}
        </p>
      )}
      <div className="halves">
        <About onSpoken={hear} />
        <main className="work">
          {screen.name === 'start' && (
            <StartScreen
              onOpen={(folder, mayRemember) => show({ name: 'open', folder, opening: { to: 'desk' }, mayRemember })}
              onCreate={() => show({ name: 'create' })}
              onLook={enter}
            />
          )}
          {screen.name === 'open' && (
            <OpenForm
              folder={screen.folder}
              opening={screen.opening}
              mayRemember={screen.mayRemember}
              onOpenedForKeys={keys}
              onBack={start}
              onRecover={(folder) => show({ name: 'recover', folder, forKeys: screen.opening.to === 'keys' })}
              onShares={(folder) => show({ name: 'shares', folder, forKeys: screen.opening.to === 'keys' })}
              onAnew={(folder, kind) => show({ name: 'anew', folder, kind })}
            />
          )}
          {screen.name === 'recover' && <RecoverForm folder={screen.folder} onOpened={screen.forKeys ? keys : enter} onBack={start} />}
          {screen.name === 'shares' && <SharesForm folder={screen.folder} onOpened={screen.forKeys ? keys : enter} onBack={start} />}
          {screen.name === 'anew' && <AnewForm kind={screen.kind} folder={screen.folder} onBack={start} />}
          {screen.name === 'create' && <CreateForm onCreated={(words) => show({ name: 'words', words })} onBack={start} />}
          {screen.name === 'words' && <RecoveryWords words={screen.words} onDone={enter} />}
          {screen.name === 'keys' && <KeysScreen onEnter={enter} />}
        </main>
      </div>
    </div>
  );
}
