declare module 'html-encoding-sniffer' {
  /** Byte order mark, then transport label, then prescan of `meta` elements; answers a WHATWG encoding name, or `defaultEncoding`. */
  export default function sniffHtmlEncoding(bytes: Uint8Array, how?: { transportLayerEncodingLabel?: string; defaultEncoding?: string }): string;
}
