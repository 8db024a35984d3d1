import { GlobalWorkerOptions, getDocument, type PDFDocumentProxy } from 'pdfjs-dist';
import { mostPixels } from '../../pictures/picture-header.ts';
import { BundledCMaps, BundledFonts, NoWasm } from './bundled-files.ts';

export type OpenDocument = { readonly document: PDFDocumentProxy; readonly close: () => Promise<void> };

/**
 * Opens a PDF in a worker of its own. Nothing is compiled from the file (`isEvalSupported`), no script, form language or font of it runs:
 * letters are drawn from their outlines, so that a crafted font never reaches the engine's font code. Nothing is fetched: what the reader
 * needs beside the file is bundled (tests/e2e/quarantine.spec.ts and the headers of this page hold it to that).
 */
export async function openDocument(data: Uint8Array): Promise<OpenDocument> {
  GlobalWorkerOptions.workerPort = new Worker(new URL('pdfjs-dist/build/pdf.worker.mjs', import.meta.url), { type: 'module' });
  const task = getDocument({
    data,
    isEvalSupported: false,
    enableXfa: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    isImageDecoderSupported: false,
    enableHWA: false,
    maxImageSize: mostPixels,
    cMapUrl: 'bundled/',
    cMapPacked: true,
    standardFontDataUrl: 'bundled/',
    CMapReaderFactory: BundledCMaps,
    StandardFontDataFactory: BundledFonts,
    WasmFactory: NoWasm,
    verbosity: 0,
  });
  return { document: await task.promise, close: () => task.destroy() };
}
