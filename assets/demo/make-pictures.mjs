// Draws the pictures of the demonstration case from their SVG sources: node assets/demo/make-pictures.mjs
// The PNG files are committed, so that the demonstration needs no browser to draw them. Set CHROMIUM to the browser to use.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { chromium } from 'playwright';

const { resolve } = createRequire(import.meta.url);
const font = (name) => `data:font/ttf;base64,${readFileSync(resolve(`@expo-google-fonts/noto-sans/${name}.ttf`)).toString('base64')}`;
const faces = [
  `@font-face{font-family:"Specimen Sans";src:url(${font('400Regular/NotoSans_400Regular')})}`,
  `@font-face{font-family:"Specimen Sans";font-style:italic;src:url(${font('400Regular_Italic/NotoSans_400Regular_Italic')})}`,
  `@font-face{font-family:"Specimen Sans";font-weight:700;src:url(${font('700Bold/NotoSans_700Bold')})}`,
].join('');

const browser = await chromium.launch(process.env.CHROMIUM ? { executablePath: process.env.CHROMIUM } : {});
const page = await browser.newPage();
for (const name of ['specimen-card', 'two-beds']) {
  const svg = readFileSync(join(import.meta.dirname, `${name}.svg`), 'utf8');
  await page.setContent(`<style>${faces}body{margin:0}svg{display:block}</style>${svg}`);
  await page.evaluate(() => document.fonts.ready);
  await page.locator('svg').screenshot({ path: join(import.meta.dirname, `${name}.png`) });
}
await browser.close();
