import { createRequire } from 'node:module';

/**
 * The only fonts of the PDF (SIL Open Font License 1.1): Latin, Cyrillic with its Turkic letters, Greek, Hangul, kana, common
 * Hanja. Fonts of the machine are never used, or the same dossier would give other bytes elsewhere.
 */
export function fontFiles(): { readonly regular: readonly string[]; readonly bold: readonly string[] } {
  const { resolve } = createRequire(import.meta.url);
  return {
    regular: [
      resolve('@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf'),
      resolve('@expo-google-fonts/noto-sans-kr/400Regular/NotoSansKR_400Regular.ttf'),
    ],
    bold: [resolve('@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf'), resolve('@expo-google-fonts/noto-sans-kr/700Bold/NotoSansKR_700Bold.ttf')],
  };
}
