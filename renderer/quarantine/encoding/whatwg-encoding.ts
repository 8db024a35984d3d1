/**
 * Stands in for the package `whatwg-encoding` under html-encoding-sniffer (alias in vite.config.ts): the real one carries
 * another half megabyte of tables, which @exodus/bytes has already.
 */
export { getBOMEncoding, labelToName } from '@exodus/bytes/encoding.js';
