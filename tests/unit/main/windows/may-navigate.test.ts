import { describe, expect, it } from 'vitest';
import { mayNavigate } from '#main/windows/may-navigate.ts';

const id = '0192f3a4-7c11-7abc-8def-0123456789ab';
const savedPage = `app://desk/evidence/${id}/page`;

describe('a page that wants to go somewhere', () => {
  it('may, from the desk, put a saved page into a frame', () => {
    expect(mayNavigate({ page: 'desk', topFrame: false, to: savedPage })).toBe(true);
  });

  it('may not replace the desk by it, nor show it elsewhere', () => {
    expect(mayNavigate({ page: 'desk', topFrame: true, to: savedPage })).toBe(false);
    expect(mayNavigate({ page: 'unlock', topFrame: false, to: savedPage })).toBe(false);
    expect(mayNavigate({ page: 'quarantine', topFrame: false, to: savedPage })).toBe(false);
    expect(mayNavigate({ page: null, topFrame: false, to: savedPage })).toBe(false);
  });

  it.each([
    'https://example.org/',
    'http://127.0.0.1/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:text/html,x',
    'blob:app://desk/x',
    'about:blank',
    'app://unlock/index.html',
    'app://desk/index.html',
    'app://desk.evil/evidence/x/page',
    `app://evil/evidence/${id}/page`,
    `app://desk@evil/evidence/${id}/page`,
    `app://desk:80/evidence/${id}/page`,
    `APP://DESK/evidence/${id}/page`,
    `${savedPage}?to=elsewhere`,
    `${savedPage}/../../x/page`,
    `app://desk/evidence/${id}/original`,
    `app://desk/evidence/${id.toUpperCase()}/page`,
    'app://desk/evidence/../page',
    'app:///desk',
    'app:desk',
    '//desk/evidence',
    '',
  ])('is refused %s', (to) => {
    expect(mayNavigate({ page: 'desk', topFrame: false, to })).toBe(false);
    expect(mayNavigate({ page: 'desk', topFrame: true, to })).toBe(false);
  });
});
