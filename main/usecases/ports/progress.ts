/** Progress and cancel of a long job. Throws nothing; `cancelled()` is asked between pieces. */
export type Progress = {
  readonly step: (phase: 'reading' | 'hashing' | 'parsing' | 'sealing' | 'composing' | 'writing' | 'verifying', done: number, total: number) => void;
  readonly cancelled: () => boolean;
};
