import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Shared by the three pages; each is built on its own, so that the unlock page carries none of the desk's code. */
export default defineConfig({
  base: './',
  plugins: [react()],
  // The sniffer of HTML encodings needs two functions of it; the package would bring its own tables of half a megabyte.
  resolve: { alias: { 'whatwg-encoding': '@exodus/bytes/encoding.js' } },
  build: {
    target: 'chrome150',
    emptyOutDir: true,
    // Inlined files would need data: in the content security policy, the polyfill an inline script.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 4000,
  },
  worker: { format: 'es' },
});
