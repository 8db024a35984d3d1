import { Lexer, type Token, Tokenizer, type Tokens } from 'marked';

/** What a note is made of. Text is Markdown (GitHub's dialect, a single line end is a line end), so that any program can read an exported note. */
export type NoteBlock =
  | { readonly sort: 'paragraph'; readonly inline: readonly NoteInline[] }
  | { readonly sort: 'heading'; readonly depth: number; readonly inline: readonly NoteInline[] }
  | { readonly sort: 'list'; readonly ordered: boolean; readonly start: number; readonly items: readonly NoteItem[] }
  | { readonly sort: 'quote'; readonly blocks: readonly NoteBlock[] }
  | { readonly sort: 'code'; readonly text: string }
  | { readonly sort: 'table'; readonly head: readonly NoteCell[]; readonly rows: readonly (readonly NoteCell[])[] }
  | { readonly sort: 'rule' };
/** `done` is `null` for an item that is no task. */
export type NoteItem = { readonly done: boolean | null; readonly blocks: readonly NoteBlock[] };
export type NoteCell = readonly NoteInline[];
export type NoteStyle = 'strong' | 'em' | 'strike';
/** `reference`: an object of the case; `place` counts from 1 in the note's own anchors, null when the object as a whole is meant. */
export type NoteInline =
  | { readonly sort: 'text'; readonly text: string; readonly styles: readonly NoteStyle[] }
  | { readonly sort: 'code'; readonly text: string; readonly styles: readonly NoteStyle[] }
  | { readonly sort: 'link'; readonly text: string; readonly address: string; readonly styles: readonly NoteStyle[] }
  | { readonly sort: 'reference'; readonly id: string; readonly place: number | null }
  | { readonly sort: 'break' };

/** `[[id]]`, or `[[id#2]]` for the second of the note's anchors. */
const reference = /\[\[([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?:#([1-9][0-9]{0,2}))?\]\]/giu;

/** Markdown without HTML, bare addresses and definitions: those are words like any other. */
class WordsOnly extends Tokenizer {
  override html = (): undefined => undefined;
  override tag = (): undefined => undefined;
  override url = (): undefined => undefined;
  override autolink = (): undefined => undefined;
  override def = (): undefined => undefined;
  override reflink = (): undefined => undefined;
  override lheading = (): undefined => undefined;
}

/** Takes a note's text apart. HTML in it is text like any other; nothing is ever fetched. */
export function noteBlocks(text: string): readonly NoteBlock[] {
  return blocksOf(new Lexer({ gfm: true, breaks: true, tokenizer: new WordsOnly() }).lex(text));
}

/** Ids that a note's text refers to, in order, each as often as it is mentioned. */
export function noteReferences(text: string): readonly string[] {
  return [...text.matchAll(reference)].map((hit) => (hit[1] ?? '').toLowerCase());
}

/** The blocks with every piece of their words changed. */
export function withInline(blocks: readonly NoteBlock[], change: (piece: NoteInline) => NoteInline): readonly NoteBlock[] {
  return blocks.map((block) => changed(block, change));
}

function changed(block: NoteBlock, change: (piece: NoteInline) => NoteInline): NoteBlock {
  const all = (inline: readonly NoteInline[]) => inline.map(change);
  if ('inline' in block) return { ...block, inline: all(block.inline) };
  if (block.sort === 'list') return { ...block, items: block.items.map((item) => ({ ...item, blocks: withInline(item.blocks, change) })) };
  if (block.sort === 'quote') return { ...block, blocks: withInline(block.blocks, change) };
  return block.sort === 'table' ? { ...block, head: block.head.map(all), rows: block.rows.map((row) => row.map(all)) } : block;
}

function blocksOf(tokens: readonly Token[]): readonly NoteBlock[] {
  return tokens.flatMap(blockOf);
}

function blockOf(token: Token): readonly NoteBlock[] {
  switch (token.type) {
    case 'space':
    case 'checkbox':
      return [];
    case 'heading':
      return [{ sort: 'heading', depth: (token as Tokens.Heading).depth, inline: inlineOf(token.tokens ?? []) }];
    case 'list':
      return [listOf(token as Tokens.List)];
    case 'blockquote':
      return [{ sort: 'quote', blocks: blocksOf(token.tokens ?? []) }];
    case 'code':
      return [{ sort: 'code', text: (token as Tokens.Code).text }];
    case 'hr':
      return [{ sort: 'rule' }];
    case 'table':
      return [tableOf(token as Tokens.Table)];
    default:
      // Paragraphs, and the text of tight list items.
      return paragraph('tokens' in token && token.tokens ? inlineOf(token.tokens) : plain(token.raw.trimEnd(), []));
  }
}

function paragraph(inline: readonly NoteInline[]): readonly NoteBlock[] {
  return inline.length === 0 ? [] : [{ sort: 'paragraph', inline }];
}

function listOf(token: Tokens.List): NoteBlock {
  const items = token.items.map((item): NoteItem => ({ done: item.task ? item.checked === true : null, blocks: blocksOf(item.tokens) }));
  return { sort: 'list', ordered: token.ordered, start: typeof token.start === 'number' ? token.start : 1, items };
}

function tableOf(token: Tokens.Table): NoteBlock {
  const cell = (each: Tokens.TableCell): NoteCell => inlineOf(each.tokens);
  return { sort: 'table', head: token.header.map(cell), rows: token.rows.map((row) => row.map(cell)) };
}

function inlineOf(tokens: readonly Token[], styles: readonly NoteStyle[] = []): readonly NoteInline[] {
  return joined(tokens.flatMap((token) => inlineFrom(token, styles)));
}

function inlineFrom(token: Token, styles: readonly NoteStyle[]): readonly NoteInline[] {
  switch (token.type) {
    case 'strong':
      return inlineOf(token.tokens ?? [], withStyle(styles, 'strong'));
    case 'em':
      return inlineOf(token.tokens ?? [], withStyle(styles, 'em'));
    case 'del':
      return inlineOf(token.tokens ?? [], withStyle(styles, 'strike'));
    case 'codespan':
      return [{ sort: 'code', text: (token as Tokens.Codespan).text, styles }];
    case 'br':
      return [{ sort: 'break' }];
    case 'checkbox':
      return [];
    case 'escape':
      return [{ sort: 'text', text: (token as Tokens.Escape).text, styles }];
    case 'link': {
      const { href, tokens: named = [] } = token as Tokens.Link;
      const text = inlineOf(named)
        .map((piece) => ('text' in piece ? piece.text : ''))
        .join('');
      return text === '' ? plain(href, styles) : [{ sort: 'link', text, address: href, styles }];
    }
    case 'text':
      return token.tokens ? inlineOf(token.tokens, styles) : plain(token.raw, styles);
    default:
      return plain(token.raw, styles);
  }
}

function withStyle(styles: readonly NoteStyle[], style: NoteStyle): readonly NoteStyle[] {
  return styles.includes(style) ? styles : [...styles, style];
}

/** Words and the references among them. */
function plain(text: string, styles: readonly NoteStyle[]): readonly NoteInline[] {
  const pieces: NoteInline[] = [];
  let from = 0;
  const words = (until: number) => {
    if (until > from) pieces.push(...lines(text.slice(from, until), styles));
  };
  for (const hit of text.matchAll(reference)) {
    words(hit.index);
    pieces.push({ sort: 'reference', id: (hit[1] ?? '').toLowerCase(), place: hit[2] === undefined ? null : Number(hit[2]) });
    from = hit.index + hit[0].length;
  }
  words(text.length);
  return pieces;
}

function lines(text: string, styles: readonly NoteStyle[]): readonly NoteInline[] {
  return text.split('\n').flatMap((line, at): readonly NoteInline[] => {
    const word: readonly NoteInline[] = line === '' ? [] : [{ sort: 'text', text: line, styles }];
    return at === 0 ? word : [{ sort: 'break' }, ...word];
  });
}

/** Neighbouring words of one style are one piece. */
function joined(pieces: readonly NoteInline[]): readonly NoteInline[] {
  const result: NoteInline[] = [];
  for (const piece of pieces) {
    const last = result.at(-1);
    if (piece.sort === 'text' && last?.sort === 'text' && last.styles.join() === piece.styles.join())
      result[result.length - 1] = { ...last, text: last.text + piece.text };
    else result.push(piece);
  }
  return result;
}
