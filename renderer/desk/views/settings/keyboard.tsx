import { useState } from 'react';
import { settingsWords } from '#shared/wording/english/views/settings-words.ts';
import { actionWithKeys, type KnownAction, keysOf, knownActions } from '../../bridge/actions.ts';
import { changeSettings, panicShortcut, useSettings } from '../../bridge/settings.ts';
import { useStore } from '../../bridge/store.ts';
import { Button } from '../../components/button/button.tsx';
import { Section } from '../../components/heading/section.tsx';
import { KeyCapture } from '../../components/key-capture/key-capture.tsx';
import { keysShown } from '../../components/key-hint/keys-shown.ts';
import { matches } from '../../components/list-find/folded-match.ts';
import { ListFind } from '../../components/list-find/list-find.tsx';

const words = settingsWords.keyboard;

/** Every action with its keys, to be given others. Keys have one action each: who takes them from another is told so. */
export function Keyboard() {
  const shortcuts = useSettings()?.shortcuts ?? {};
  const actions = useStore(knownActions).filter(({ id }) => id !== 'lock-at-once');
  const [match, setMatch] = useState('');
  const [told, setTold] = useState<string | null>(null);
  const change = (action: KnownAction, keys: string) => {
    const taken = actionWithKeys(keys, action.id);
    if (keys !== '' && keys === panicShortcut()) return setTold(words.isPanicKey);
    const freed = taken === null || keys === '' ? {} : { [taken.id]: '' };
    setTold(taken === null || keys === '' ? null : words.taken(taken.title, keysShown(keys, /mac/i.test(navigator.platform))));
    void changeSettings({ shortcuts: { ...shortcuts, ...freed, [action.id]: keys } });
  };
  const reset = ({ id }: KnownAction) => void changeSettings({ shortcuts: Object.fromEntries(Object.entries(shortcuts).filter(([name]) => name !== id)) });
  return (
    <Section level={2} title={words.title} actions={Object.keys(shortcuts).length > 0 && <ResetAll onReset={() => void changeSettings({ shortcuts: {} })} />}>
      <p className="soft">{words.lead}</p>
      <ListFind label={words.find} value={match} onChange={setMatch} />
      <p role="status" className="settings-told">
        {told}
      </p>
      <ul className="settings-keys">
        {actions
          .filter(({ title }) => matches(title, match))
          .map((action) => (
            <li key={action.id} className="settings-key">
              <span className="wrap">{action.title}</span>
              <KeyCapture label={words.change(action.title)} keys={keysOf(action)[0] ?? null} onKeys={(keys) => change(action, keys)} />
              {shortcuts[action.id] !== undefined && (
                <Button tone="quiet" onPress={() => reset(action)}>
                  {words.reset}
                </Button>
              )}
            </li>
          ))}
      </ul>
    </Section>
  );
}

function ResetAll({ onReset }: { readonly onReset: () => void }) {
  return <Button onPress={onReset}>{words.resetAll}</Button>;
}
