import type { ObjectKind } from '#shared/domain/case/case-record.ts';
import type { ViewManifest } from '../bridge/view-manifest.ts';
import { manifest as board } from '../views/board/manifest.ts';
import { manifest as care } from '../views/care/manifest.ts';
import { manifest as claims } from '../views/claims/manifest.ts';
import { manifest as custody } from '../views/custody/manifest.ts';
import { manifest as dossier } from '../views/dossier/manifest.ts';
import { manifest as entities } from '../views/entities/manifest.ts';
import { manifest as evidence } from '../views/evidence/manifest.ts';
import { manifest as history } from '../views/history/manifest.ts';
import { manifest as keys } from '../views/keys/manifest.ts';
import { manifest as links } from '../views/links/manifest.ts';
import { manifest as map } from '../views/map/manifest.ts';
import { manifest as notes } from '../views/notes/manifest.ts';
import { manifest as overview } from '../views/overview/manifest.ts';
import { manifest as search } from '../views/search/manifest.ts';
import { manifest as settings } from '../views/settings/manifest.ts';
import { manifest as sources } from '../views/sources/manifest.ts';
import { manifest as timeline } from '../views/timeline/manifest.ts';

/** Every view, in the order of the navigation. A test checks that each folder of views/ is here. */
export const views: readonly ViewManifest[] = [
  overview,
  search,
  history,
  sources,
  evidence,
  claims,
  links,
  board,
  timeline,
  map,
  notes,
  entities,
  dossier,
  custody,
  care,
  keys,
  settings,
];

/** Which view opens an object of a kind. */
export const viewsByKind: { readonly [K in ObjectKind]?: string } = Object.fromEntries(views.flatMap((view) => view.shows.map((kind) => [kind, view.id])));
