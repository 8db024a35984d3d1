import type { recordingRedactionWords as english } from '../../english/views/recording-redaction-words.ts';
import type { Translated } from '../../spoken.ts';
import { numbered } from '../numbered.ts';

export const recordingRedactionWords: Translated<typeof english> = {
  lead: 'Програйте до місця, якого не повинно бути чутно чи видно, позначте його початок і кінець і додайте відтинок. Запис зроблять наново без нього.',
  failed: 'Цей запис тут не програється. Можливо, у ньому все ж удасться щось приховати: впишіть час від руки.',
  play: 'Програти',
  pause: 'Зупинити',
  position: 'Місце в записі',
  from: 'Від',
  fromHere: 'Почати з цього місця',
  to: 'До',
  toHere: 'Закінчити на цьому місці',
  timeHint: 'Наприклад, 1:02.5',
  sound: 'Звук',
  sounds: { silence: 'тиша', tone: 'тон', kept: 'звук лишається' },
  picture: 'Зображення',
  pictures: { kept: 'зображення лишається', blank: 'чорний екран', boxes: 'чорні прямокутники' },
  inBoxes: (count) => numbered(count, 'чорний прямокутник', 'чорні прямокутники', 'чорних прямокутників'),
  add: 'Додати відтинок',
  stretches: 'Відтинки, які буде вилучено',
  remove: (n) => `Лишити відтинок ${n}`,
  soundOnly: 'Прибрати зображення й лишити тільки звук',
  margin:
    'З кожного боку забирають на десяту секунди більше. Відео стає WebM щонайбільше на 1280 пікселів, звук — WAV або Opus. Назви, місця й інші доріжки не переходять; без відтинка прибирають лише їх.',
};
