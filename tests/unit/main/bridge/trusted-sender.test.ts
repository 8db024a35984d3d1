import { describe, expect, it } from 'vitest';
import { isTrustedSender, type Sender } from '#main/bridge/trusted-sender.ts';

const open = new Map([
  [7, 'desk' as const],
  [9, 'unlock' as const],
]);
const desk: Sender = { contentsId: 7, frame: { url: 'app://desk/index.html', isTop: true } };

describe('the sender of a message', () => {
  it('is trusted as the top frame of our own window with its own page', () => {
    expect(isTrustedSender(desk, 'desk', open)).toBe(true);
    expect(isTrustedSender({ contentsId: 9, frame: { url: 'app://unlock/index.html#locked', isTop: true } }, 'unlock', open)).toBe(true);
  });

  it('is refused out of a frame in the desk, such as a saved page', () => {
    expect(isTrustedSender({ ...desk, frame: { url: 'app://desk/evidence/x/page', isTop: false } }, 'desk', open)).toBe(false);
  });

  it('is refused from a window that the shell did not open, or that has closed', () => {
    expect(isTrustedSender({ ...desk, contentsId: 8 }, 'desk', open)).toBe(false);
    expect(isTrustedSender({ ...desk, frame: null }, 'desk', open)).toBe(false);
  });

  it('is refused on the channels of another page', () => {
    expect(isTrustedSender(desk, 'unlock', open)).toBe(false);
    expect(isTrustedSender({ contentsId: 9, frame: { url: 'app://unlock/index.html', isTop: true } }, 'desk', open)).toBe(false);
    expect(isTrustedSender({ ...desk, frame: { url: 'app://unlock/index.html', isTop: true } }, 'desk', open)).toBe(false);
  });

  it.each([
    'app://desk.evil/index.html',
    'app://desk@evil/',
    'app://evil/app://desk',
    'https://desk/',
    'about:blank',
    'data:text/html,app://desk',
    'app:desk',
    '',
    'null',
  ])('is refused when our window got to %s', (url) => {
    expect(isTrustedSender({ ...desk, frame: { url, isTop: true } }, 'desk', open)).toBe(false);
  });
});
