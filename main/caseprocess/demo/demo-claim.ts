import type { Finding, MediaVerdict, SpeechAct } from '#shared/domain/claim/claim.ts';
import type { Credibility } from '#shared/domain/rating/admiralty.ts';

export type DemoAnchor = {
  readonly on: string;
  readonly quote?: string;
  readonly region?: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
};
export type DemoClaim = {
  readonly key: string;
  readonly text: string;
  readonly by: string;
  readonly act: SpeechAct;
  readonly via: readonly string[];
  readonly said?: string;
  readonly event?: string;
  readonly at: readonly DemoAnchor[];
  readonly finding: Finding;
  readonly credibility: Credibility;
  readonly verdict?: MediaVerdict;
};

/** The way most of it came: through the agency to the paper. */
export const relayed = ['afp', 'lemonde'];
export const inPrecis = (quote: string): readonly DemoAnchor[] => [{ on: 'precis', quote }];
