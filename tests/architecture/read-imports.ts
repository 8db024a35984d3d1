/** Specifiers that a source file imports or re-exports, types included. Comments do not count. */
export function readImports(source: string): readonly string[] {
  const code = withoutComments(source);
  const found = [
    ...code.matchAll(/(?:^|[;\n}])\s*(?:import|export)\s[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]/g),
    ...code.matchAll(/(?:^|[;\n}])\s*import\s*['"]([^'"]+)['"]/g),
    ...code.matchAll(/\b(?:import|require)\s*\(\s*['"]([^'"]+)['"]\s*\)/g),
    ...code.matchAll(/@import\s+['"]([^'"]+)['"]/g),
  ];
  return [...new Set(found.map((match) => match[1] ?? ''))];
}

/** The source with comments blanked; strings are kept, so that an address in a string stays whole. */
export function withoutComments(source: string): string {
  return source.replace(
    /("(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`)|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g,
    (_all, text: string | undefined) => text ?? '',
  );
}

/** Lines that hold code: neither blank nor comment only. */
export function codeLines(source: string): number {
  return withoutComments(source)
    .split('\n')
    .filter((line) => line.trim() !== '').length;
}
