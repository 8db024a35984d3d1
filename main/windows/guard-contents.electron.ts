import { app, type Event, type WebContents } from 'electron';
import { pageOf } from '#shared/contract/page-origins.ts';
import { mayNavigate } from './may-navigate.ts';

/** Puts the rules on every page and frame the app will ever have, whoever makes it. Proved by tests/e2e/security.spec.ts. */
export function guardAllContents(): void {
  app.on('web-contents-created', (_event, contents) => guardContents(contents));
}

function guardContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  const refuse = (event: Event) => event.preventDefault();
  contents.on('will-attach-webview', refuse);
  contents.on('will-navigate', (event) => refuseUnlessAllowed(event, event.url, event.isMainFrame));
  contents.on('will-frame-navigate', (event) => refuseUnlessAllowed(event, event.url, event.isMainFrame));
  contents.on('will-redirect', refuse);
  contents.on('select-bluetooth-device', (event, _devices, answer) => {
    event.preventDefault();
    answer('');
  });
  contents.on('login', (event, _details, _info, answer) => {
    event.preventDefault();
    answer();
  });

  function refuseUnlessAllowed(event: Event, to: string, topFrame: boolean): void {
    if (!mayNavigate({ page: pageOf(contents.getURL()), topFrame, to })) event.preventDefault();
  }
}
