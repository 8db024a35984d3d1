import type { Commands } from '#shared/contract/contract.ts';
import type { Sent } from '#shared/contract/message.ts';

/** A place in evidence as the window sends it, before the case has checked it. */
export type GivenAnchor = NonNullable<Sent<Commands['claims/assert']>['anchors']>[number];
