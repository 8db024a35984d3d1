/** The contract's limit for extracted text, in UTF-16 code units. */
export const longestText = 20_000_000;

/** Cuts text at the limit without splitting a surrogate pair. */
export function cutText(text: string): { readonly text: string; readonly cut: boolean } {
  if (text.length <= longestText) return { text, cut: false };
  const splits = /[\uD800-\uDBFF]/.test(text.charAt(longestText - 1));
  return { text: text.slice(0, splits ? longestText - 1 : longestText), cut: true };
}
