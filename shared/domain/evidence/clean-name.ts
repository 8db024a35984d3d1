/** A name made safe to show, and whether anything but its Unicode composition had to change for that. */
export type CleanName = { readonly name: string; readonly cleaned: boolean };

// Bidirectional controls can show gpj.exe as exe.jpg; zero-width and control characters hide in lists (Unicode Technical Report 36).
const hidden = /[\p{Cc}\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/gu;
const loneSurrogates = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const longest = 200;

/** The last part of a given name, composed (NFC), without characters that cannot be seen; never used as a path all the same. */
export function cleanName(given: string): CleanName {
  const composed = given.replace(loneSurrogates, '\ufffd').normalize('NFC');
  const visible = composed.replace(hidden, '');
  const parts = visible.split(/[/\\]/).filter((part) => part !== '' && part !== '.' && part !== '..');
  const last = (parts.at(-1) ?? '').trim();
  const name = shortened(last === '' ? 'unnamed' : last);
  return { name, cleaned: name !== composed.trim() };
}

function shortened(name: string): string {
  const characters = [...name];
  if (characters.length <= longest) return name;
  const ending = /\.[^.\s]{1,12}$/u.exec(name)?.[0] ?? '';
  return `${characters.slice(0, longest - [...ending].length - 1).join('')}…${ending}`;
}
