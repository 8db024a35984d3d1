import { EventEmitter } from 'node:events';
import type * as Electron from 'electron';
import { refuseUnknown } from './refuse-unknown.ts';

class NativeTheme
  extends EventEmitter
  implements
    Pick<Electron.NativeTheme, 'themeSource' | 'shouldUseDarkColors' | 'shouldUseHighContrastColors' | 'inForcedColorsMode' | 'prefersReducedTransparency'>
{
  readonly shouldUseHighContrastColors = false;
  readonly inForcedColorsMode = false;
  readonly prefersReducedTransparency = false;
  #source: Electron.NativeTheme['themeSource'] = 'system';

  get themeSource(): Electron.NativeTheme['themeSource'] {
    return this.#source;
  }

  set themeSource(source: Electron.NativeTheme['themeSource']) {
    this.#source = source;
    this.emit('stand-in:changed');
    this.emit('updated');
  }

  /** The desktop's own choice is not known here and counts as light. */
  get shouldUseDarkColors(): boolean {
    return this.#source === 'dark';
  }
}
refuseUnknown('nativeTheme', NativeTheme.prototype);

export const nativeTheme = new NativeTheme();
