import { keysShown } from './keys-shown.ts';
import './key-hint.css';

/** Keys of a shortcut, such as `Mod+Shift+K`, as they are printed on this machine's keyboard. */
export function KeyHint({ keys }: { readonly keys: string }) {
  return <kbd className="key-hint">{keysShown(keys, /mac/i.test(navigator.platform))}</kbd>;
}
