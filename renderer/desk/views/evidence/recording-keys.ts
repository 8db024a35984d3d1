import type { Player } from '../../components/player/use-player.ts';

/** Where the place to be marked begins and ends, in milliseconds, as far as it is set. */
export type Marked = { readonly from: number | null; readonly to: number | null };

const jumpMs = 5_000;
/** One of thirty frames a second, as most recordings have; stepping over none matters more than hitting each once. */
const frameMs = 1_000 / 30;

/** What a key does to the player, as editors of film have them; answers whether it is one of these. */
export function playerKey(player: Pick<Player, 'toggle' | 'pause' | 'goTo' | 'atMs' | 'lengthMs'>, key: string): boolean {
  const step: { readonly [key: string]: number } = { j: -jumpMs, l: jumpMs, ArrowLeft: -frameMs, ArrowRight: frameMs };
  if (key === ' ') player.toggle();
  else if (key === 'k') player.pause();
  else if (key === 'Home') player.goTo(0);
  else if (key === 'End') player.goTo(player.lengthMs);
  else if (step[key] !== undefined) {
    if (key.startsWith('Arrow')) player.pause();
    player.goTo(player.atMs + step[key]);
  } else return false;
  return true;
}
