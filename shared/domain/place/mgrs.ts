import * as library from 'mgrs';

type Mgrs = Pick<typeof library, 'forward' | 'toPoint'>;
/** Bundlers take the package's ES module, Node its other build, whose functions stand under `default`. */
const whole: Mgrs & { readonly default?: Mgrs } = library;
export const { forward, toPoint } = whole.default ?? whole;
