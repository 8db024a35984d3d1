/** Numbers and plurals by the rules of a language (CLDR, as the engine brings them). */
type Forms = { readonly one: string; readonly other: string; readonly few?: string; readonly many?: string };

const formats = new Map<string, Intl.NumberFormat>();
const rules = new Map<string, Intl.PluralRules>();

/** A whole number with its thousands apart. */
export function grouped(tag: string, value: number): string {
  const format = formats.get(tag) ?? new Intl.NumberFormat(tag);
  formats.set(tag, format);
  return format.format(value);
}

/** The form a number asks for: *1 доказ, 2 докази, 5 доказів*. */
export function formFor(tag: string, count: number, forms: Forms): string {
  const rule = rules.get(tag) ?? new Intl.PluralRules(tag);
  rules.set(tag, rule);
  const which = rule.select(count);
  return (which === 'one' || which === 'few' || which === 'many' ? forms[which] : undefined) ?? forms.other;
}

/** The number and the form it asks for. */
export function counted(tag: string, count: number, forms: Forms): string {
  return `${grouped(tag, count)} ${formFor(tag, count, forms)}`;
}
