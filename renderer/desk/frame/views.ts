import type { ObjectKind } from '#shared/domain/case/case-record.ts';
import type { ViewManifest } from '../bridge/view-manifest.ts';
import { manifest as custody } from '../views/custody/manifest.ts';
import { manifest as entities } from '../views/entities/manifest.ts';
import { manifest as history } from '../views/history/manifest.ts';
import { manifest as overview } from '../views/overview/manifest.ts';
import { manifest as search } from '../views/search/manifest.ts';

/** Every view, in the order of the navigation. A test checks that each folder of views/ is here. */
export const views: readonly ViewManifest[] = [overview, search, entities, custody, history];

/** Which view opens an object of a kind. */
export const viewsByKind: { readonly [K in ObjectKind]?: string } = Object.fromEntries(views.flatMap((view) => view.shows.map((kind) => [kind, view.id])));
