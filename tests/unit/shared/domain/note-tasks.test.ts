import { expect, test } from 'vitest';
import { noteTasks } from '#shared/domain/note/note-tasks.ts';

test('tasks of a note are told by their words; what a template leaves open and what is no task is not', () => {
  const text = [
    '## To follow up',
    '- [ ] …',
    '- [ ] ask for the **original** [[0194a000-0000-7000-8000-000000000001#2]]',
    '  1. [x] знайти картку',
    '- no task',
    'words [ ] in a line',
    '* [X] 카드를 보았다',
  ].join('\n');
  expect(noteTasks(text)).toEqual([
    { text: 'ask for the original', done: false },
    { text: 'знайти картку', done: true },
    { text: '카드를 보았다', done: true },
  ]);
});
