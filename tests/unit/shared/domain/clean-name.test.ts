import { describe, expect, it } from 'vitest';
import { cleanName } from '#shared/domain/evidence/clean-name.ts';

describe('cleaning a file name', () => {
  it('keeps names in any script as they are', () => {
    for (const name of ['Удостоверение.jpg', '신분증 사진.png', 'a b (1).html']) expect(cleanName(name)).toEqual({ name, cleaned: false });
  });

  it('composes a decomposed name without calling it cleaned', () => {
    expect(cleanName('ещё.txt'.normalize('NFD'))).toEqual({ name: 'ещё.txt'.normalize('NFC'), cleaned: false });
  });

  it('removes what reverses, hides or breaks a line, and says so', () => {
    expect(cleanName('photo\u202egpj.exe')).toEqual({ name: 'photogpj.exe', cleaned: true });
    expect(cleanName('a\u200bb\u0000c\n.txt')).toEqual({ name: 'abc.txt', cleaned: true });
    expect(cleanName('\u2067x\u2069.txt')).toEqual({ name: 'x.txt', cleaned: true });
  });

  it('keeps only the last part of a path, of either system', () => {
    expect(cleanName('../../etc/passwd')).toEqual({ name: 'passwd', cleaned: true });
    expect(cleanName('C:\\Users\\x\\card.png')).toEqual({ name: 'card.png', cleaned: true });
    expect(cleanName('..')).toEqual({ name: 'unnamed', cleaned: true });
    expect(cleanName('')).toEqual({ name: 'unnamed', cleaned: true });
  });

  it('shortens a name that is too long but keeps its ending', () => {
    const { name, cleaned } = cleanName(`${'ы'.repeat(600)}.jpeg`);
    expect([...name].length).toBe(200);
    expect(name.endsWith('….jpeg')).toBe(true);
    expect(cleaned).toBe(true);
  });

  it('replaces half a character', () => {
    expect(cleanName('a\ud800b.txt').name).toBe('a\ufffdb.txt');
  });
});
