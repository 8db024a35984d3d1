import type { TimelineRow } from '#shared/contract/timeline.ts';
import type { MomentBounds } from '#shared/domain/moment/moment-bounds.ts';

export type DatedRow = TimelineRow & { readonly bounds: MomentBounds };
/** Milliseconds since 1970 in UTC. */
export type Span = { readonly from: number; readonly to: number };
