import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { followTheme } from './follow-theme.ts';
import { UnlockPage } from './unlock-page.tsx';
import './unlock.css';

followTheme();
const root = document.getElementById('unlock');
if (root === null) throw new Error('unlock: the page has no root');
createRoot(root).render(
  <StrictMode>
    <UnlockPage />
  </StrictMode>,
);
