import { frameWords } from './frame.ts';

/** What is said in French so far, by the names of the English words: the frame. The rest is said in English. */
export const french = { deskWords: frameWords };
