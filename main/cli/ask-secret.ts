import type { ReadStream } from 'node:tty';

/** Asks at the terminal without showing what is typed. Enter ends it; Ctrl-C and Ctrl-D give it up (`null`); Backspace takes back a character. */
export function askSecret(terminal: ReadStream, say: (text: string) => void, question: string): Promise<string | null> {
  return new Promise((resolve) => {
    let typed = '';
    const finish = (answer: string | null): void => {
      terminal.off('data', hear);
      terminal.setRawMode(false);
      terminal.pause();
      say('\n');
      resolve(answer);
    };
    const hear = (piece: string): void => {
      for (const character of piece) {
        if (character === '\r' || character === '\n' || character === '\u0003' || character === '\u0004') {
          finish(character < '\u0005' ? null : typed);
          return;
        }
        if (character === '\u007f' || character === '\b') typed = [...typed].slice(0, -1).join('');
        else if (character >= ' ') typed += character;
      }
    };
    say(question);
    terminal.setRawMode(true);
    terminal.setEncoding('utf8');
    terminal.resume();
    terminal.on('data', hear);
  });
}
