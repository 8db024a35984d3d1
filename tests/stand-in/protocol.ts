import type * as Electron from 'electron';
import { privilegesOf, registerScheme } from './address.ts';
import { state } from './engine.ts';
import { refuseUnknown } from './refuse-unknown.ts';

type Handler = (request: Request) => Response | Promise<Response>;

/** The schemes one session answers itself. */
export class Protocol implements Pick<Electron.Protocol, 'registerSchemesAsPrivileged' | 'handle' | 'unhandle' | 'isProtocolHandled'> {
  readonly #handlers = new Map<string, Handler>();

  registerSchemesAsPrivileged(schemes: Electron.CustomScheme[]): void {
    if (state.ready) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
    for (const { scheme, privileges } of schemes) registerScheme(scheme, privileges ?? {});
  }

  handle(scheme: string, handler: Handler): void {
    const { standard, secure, bypassCSP } = privilegesOf(scheme) ?? {};
    if (!standard || !secure || bypassCSP) throw new Error(`stand-in: '${scheme}' must be registered as standard and secure, and without bypassCSP`);
    if (this.#handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`);
    this.#handlers.set(scheme, handler);
  }

  unhandle(scheme: string): void {
    this.#handlers.delete(scheme);
  }

  isProtocolHandled(scheme: string): boolean {
    return this.#handlers.has(scheme);
  }

  handlerOf(url: string): Handler | undefined {
    return this.#handlers.get(url.slice(0, url.indexOf(':')));
  }
}
refuseUnknown('protocol', Protocol.prototype);
