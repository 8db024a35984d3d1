import { z } from 'zod';

// Schemas compile themselves with eval where it is allowed; the trial alone is a violation of the content security policy. They
// ask while they are made, so everything that holds a schema is loaded after this line.
z.config({ jitless: true });
const { startDesk } = await import('./frame/start-desk.tsx');

const place = document.getElementById('desk');
if (place) startDesk(place);
