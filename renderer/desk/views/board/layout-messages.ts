/** What the layout worker is asked: lay these out. A newer question ends the one before. */
export type LayoutAsked = {
  readonly turn: number;
  readonly nodes: number;
  readonly edges: Int32Array<ArrayBuffer>;
  readonly places: Float64Array<ArrayBuffer>;
  readonly pinned: Uint8Array<ArrayBuffer>;
};
/** Where everything is by now; `done` with the last one. */
export type LayoutTold = { readonly turn: number; readonly places: Float64Array<ArrayBuffer>; readonly done: boolean };
