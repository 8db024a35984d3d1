import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { speak } from '#shared/wording/speak.ts';
import { languageTag } from '#shared/wording/spoken.ts';
import { bridge } from './bridge.ts';
import { followTheme } from './follow-theme.ts';
import { UnlockPage } from './unlock-page.tsx';
import './unlock.css';

speak(bridge().spoken);
document.documentElement.lang = languageTag();
followTheme();
const root = document.getElementById('unlock');
if (root === null) throw new Error('unlock: the page has no root');
createRoot(root).render(
  <StrictMode>
    <UnlockPage />
  </StrictMode>,
);
