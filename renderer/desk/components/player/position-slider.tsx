import { timecode } from '#shared/domain/moment/timecode.ts';
import './player.css';
import type { Player } from './use-player.ts';

/** Where a recording stands, to go elsewhere in it. */
export function PositionSlider({ player, label }: { readonly player: Player; readonly label: string }) {
  const length = Math.max(1, player.lengthMs);
  return (
    <input
      type="range"
      className="recording-position"
      aria-label={label}
      aria-valuetext={timecode(player.atMs)}
      min={0}
      max={length}
      step={100}
      value={Math.min(player.atMs, length)}
      onChange={(event) => player.goTo(Number(event.target.value))}
    />
  );
}
