import { frameWords } from './frame.ts';

/** What is said in Korean so far, by the names of the English words: the frame. The rest is said in English. */
export const korean = { deskWords: frameWords };
