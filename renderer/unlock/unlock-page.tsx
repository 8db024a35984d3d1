import { useState } from 'react';
import { unlockWords } from '#shared/wording/english/unlock.ts';
import { About } from './about.tsx';
import { bridge, type CaseFolder } from './bridge.ts';
import { CreateForm } from './create-form.tsx';
import { OpenForm } from './open-form.tsx';
import { RecoverForm } from './recover-form.tsx';
import { RecoveryWords } from './recovery-words.tsx';
import { StartScreen } from './start-screen.tsx';

type Screen =
  | { readonly name: 'start' }
  | { readonly name: 'open' | 'recover'; readonly folder: CaseFolder }
  | { readonly name: 'create' }
  | { readonly name: 'words'; readonly words: readonly string[] };

const enter = () => void bridge().shell({ ask: 'enter' });

/** One screen at a time, from the choice of a case to the desk. */
export function UnlockPage() {
  const [screen, show] = useState<Screen>({ name: 'start' });
  const start = () => show({ name: 'start' });
  return (
    <div className="page">
      {bridge().demonstrationEngine && (
        <p className="demonstration" role="alert">
          {unlockWords.demonstration}
        </p>
      )}
      <div className="halves">
        <About />
        <main className="work">
          {screen.name === 'start' && <StartScreen onOpen={(folder) => show({ name: 'open', folder })} onCreate={() => show({ name: 'create' })} />}
          {screen.name === 'open' && (
            <OpenForm folder={screen.folder} onOpened={enter} onBack={start} onRecover={(folder) => show({ name: 'recover', folder })} />
          )}
          {screen.name === 'recover' && <RecoverForm folder={screen.folder} onOpened={enter} onBack={start} />}
          {screen.name === 'create' && <CreateForm onCreated={(words) => show({ name: 'words', words })} onBack={start} />}
          {screen.name === 'words' && <RecoveryWords words={screen.words} onDone={enter} />}
        </main>
      </div>
    </div>
  );
}
