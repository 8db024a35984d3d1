import { EventEmitter } from 'node:events';
import type * as Electron from 'electron';
import { originOf } from './address.ts';
import { refuseUnknown } from './refuse-unknown.ts';

/** The top frame of a window. Preloads run nowhere else, so no message ever comes from another. */
export class FrameMain
  extends EventEmitter
  implements Pick<Electron.WebFrameMain, 'url' | 'origin' | 'parent' | 'processId' | 'routingId' | 'frameTreeNodeId' | 'detached' | 'isDestroyed' | 'name'>
{
  readonly parent = null;
  readonly processId: number;
  readonly routingId: number;
  readonly frameTreeNodeId: number;
  readonly name = '';
  readonly #page: { readonly getURL: () => string; readonly isDestroyed: () => boolean };

  constructor(id: number, page: { readonly getURL: () => string; readonly isDestroyed: () => boolean }) {
    super();
    this.processId = id;
    this.routingId = id;
    this.frameTreeNodeId = id;
    this.#page = page;
  }

  get top(): this {
    return this;
  }

  get url(): string {
    return this.#page.getURL();
  }

  get origin(): string {
    return originOf(this.url);
  }

  get detached(): boolean {
    return this.#page.isDestroyed();
  }

  isDestroyed(): boolean {
    return this.#page.isDestroyed();
  }
}
refuseUnknown('WebFrameMain', FrameMain.prototype);
