/** What is searched of one object, by field: its line, the names it bears or that belong to it, longer text, and remarks. */
export const searchedFields = ['label', 'names', 'text', 'about'] as const;
export type SearchedField = (typeof searchedFields)[number];
export type SearchedTexts = { readonly [F in SearchedField]: string };

/** How much a word counts in each field. */
export const fieldBoost: readonly number[] = [3, 2, 1, 1];
/** Place of the field that holds nearly all words: what lies in it alone is written shortest. */
export const textField = 2;
