import { spoken } from '../../spoken.ts';

/** What the form says in which stretches of a recording are taken out. */
export const recordingRedactionWords = spoken('recordingRedactionWords', {
  lead: 'Play to where something must not be heard or seen, set where it begins and ends, and add the stretch. The recording is made anew without it.',
  failed: 'This recording cannot be played here. It may still be possible to redact it: set the times by hand.',
  play: 'Play',
  pause: 'Pause',
  position: 'Position',
  from: 'From',
  fromHere: 'Begin at the position',
  to: 'To',
  toHere: 'End at the position',
  timeHint: 'Such as 1:02.5',
  sound: 'Sound',
  sounds: { silence: 'silence', tone: 'a tone', kept: 'sound kept' },
  picture: 'Picture',
  pictures: { kept: 'picture kept', blank: 'black picture', boxes: 'black boxes' },
  inBoxes: (count: number) => `${count} black ${count === 1 ? 'box' : 'boxes'}`,
  add: 'Add the stretch',
  stretches: 'Stretches to be taken out',
  remove: (n: number) => `Keep stretch ${n}`,
  soundOnly: 'Leave the picture out and keep only the sound',
  margin:
    'A tenth of a second more is taken on each side. Video becomes WebM of at most 1,280 pixels, sound WAV or Opus. Titles, places and further tracks stay behind; without a stretch only they do.',
} as const);
