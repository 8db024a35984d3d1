import { z } from 'zod';
import { speak } from '#shared/wording/speak.ts';
import { languageTag } from '#shared/wording/spoken.ts';

// Schemas compile themselves with eval where it is allowed; the trial alone is a violation of the content security policy. They
// ask while they are made, so everything that holds a schema is loaded after this line.
z.config({ jitless: true });
const { readShellState } = await import('./frame/shell-state.ts');
const spoken = await readShellState();
speak(spoken);
document.documentElement.lang = languageTag();
const { startDesk } = await import('./frame/start-desk.tsx');

const place = document.getElementById('desk');
if (place) startDesk(place);
