import { useRef, useState } from 'react';
import type { EvidenceItem } from '#shared/domain/evidence/evidence-item.ts';
import { stretchText, timecode } from '#shared/domain/moment/timecode.ts';
import { evidenceWords } from '#shared/wording/english/views/evidence-words.ts';
import { viewerWords } from '#shared/wording/english/views/viewer-words.ts';
import { runJob } from '../../bridge/jobs.ts';
import { openObject } from '../../bridge/navigation.ts';
import { say } from '../../bridge/toasts.ts';
import { send } from '../../bridge/use-command.ts';
import { usePlayer } from '../../components/player/use-player.ts';
import type { ClaimedMoment } from './claimed-places.ts';
import { framePng } from './frame-png.ts';
import { MomentList } from './moment-list.tsx';
import type { PlaceActs } from './place-acts.ts';
import { RecordingBar } from './recording-bar.tsx';
import { type Marked, playerKey } from './recording-keys.ts';
import './recording-viewer.css';

type RecordingViewerProps = { readonly item: EvidenceItem; readonly claimed: readonly ClaimedMoment[]; readonly acts: PlaceActs };

/** Takes its keys itself: a player with marks has no role of its own in WAI-ARIA. */
const application = { role: 'application', tabIndex: 0 } as const;

/** Sound and video from the sealed original, with the moments that claims and marks rest on. */
export function RecordingViewer({ item, claimed, acts }: RecordingViewerProps) {
  const media = useRef<HTMLVideoElement>(null);
  const player = usePlayer(media);
  const [marked, setMarked] = useState<Marked>({ from: null, to: null });
  const [busy, setBusy] = useState(false);
  const words = viewerWords.recording;
  const hasPicture = item.mime.startsWith('video/');
  const place = () => ({ from: marked.from ?? player.atMs, to: marked.from === null ? null : marked.to });
  const anchor = () => ({ evidenceId: item.id, at: place() });

  async function grab(): Promise<void> {
    const bytes = media.current && (await framePng(media.current));
    if (!bytes || busy) return;
    setBusy(true);
    const at = timecode(player.atMs);
    const file = { from: 'bytes' as const, name: words.frameName(item.name.slice(0, 300), at), bytes };
    const reply = await runJob(words.grab, (jobId) => send('evidence/derive', { jobId, fromId: item.id, transform: words.transform(at), file, kind: 'image' }));
    setBusy(false);
    if (!reply.ok || reply.value.outcome === 'refused') return;
    const { id } = reply.value.evidence;
    say({ tone: 'good', title: words.grabbed, act: { label: evidenceWords.open, run: () => openObject('evidence', id) } });
  }
  const acted = (key: string): boolean => {
    if (key === 'c') acts.claim(anchor());
    else if (key === 'q') acts.keep(anchor());
    else if (key === 'n') acts.note(stretchText(place()));
    else if (key === 'f' && hasPicture) void grab();
    else if (key === 'i') setMarked({ from: player.atMs, to: marked.to !== null && marked.to > player.atMs ? marked.to : null });
    else if (key === 'o') setMarked({ from: marked.from, to: marked.from !== null && player.atMs > marked.from ? player.atMs : null });
    else if (key === 'Escape') setMarked({ from: null, to: null });
    else return playerKey(player, key);
    return true;
  };
  const hands = {
    ...application,
    'aria-label': words.player,
    onKeyDown(event: React.KeyboardEvent<HTMLElement>) {
      if (event.ctrlKey || event.metaKey || event.altKey || !acted(event.key)) return;
      event.preventDefault();
      event.stopPropagation();
    },
  };
  return (
    <div className="recording-viewer">
      <div className="recording-stage" data-sound={!hasPicture} {...hands}>
        {/* What is said in evidence has no captions until an analyst writes them: they stand in the list below. */}
        <video ref={media} src={`./evidence/${item.id}/original`} preload="metadata" playsInline disablePictureInPicture {...player.listeners}>
          <track kind="captions" />
        </video>
        {player.failed && (
          <p className="picture-failed" role="alert">
            {words.failed}
          </p>
        )}
      </div>
      <RecordingBar {...{ player, marked, hasPicture, busy, claimed }} places={item.places ?? []} onAct={acted} />
      <MomentList item={item} claimed={claimed} onGo={player.goTo} />
    </div>
  );
}
