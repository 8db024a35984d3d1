import type { PortCodec, PortFrame } from './port-link.ts';

/** What crosses between the main process and a utility process, over Node's structured-clone channel. */
export type UtilityStart = {
  readonly op: 'start';
  readonly modulePath: string;
  readonly args: readonly string[];
  readonly serviceName: string;
  readonly execPath: string;
  readonly electron: string;
  /** See port-seal.ts. */
  readonly portKey: string;
};
export type UtilityFrame = UtilityStart | { readonly op: 'message'; readonly data: unknown; readonly ports: readonly string[] } | PortFrame;

/** The channel clones by itself; Node's Buffers arrive as plain Uint8Arrays, as they do in Electron. */
export const asClone: PortCodec = { encode: (value) => value, decode: (value) => value };
