// Typesets one PDF in a thread of its own and ends, so that the memory of a large dossier is given back.
// Plain CommonJS, because Node starts it as it is, both from the sources in tests and from the bundle.
const { readFileSync } = require('node:fs');
const { parentPort, workerData } = require('node:worker_threads');

const { compilerModule, fonts, template, files, workspace } = workerData;
const { NodeCompiler } = require(compilerModule);

const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs: fonts.map((path) => readFileSync(path)) }] });
// Data and pictures exist in memory only: nothing of the case is written to the workspace folder.
for (const { path, bytes } of files.splice(0)) compiler.mapShadow(`${workspace}/${path}`, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
const compiled = compiler.compile({ mainFileContent: template });
const diagnostics = compiled.result ? null : compiled.takeDiagnostics();
if (!compiled.result) {
  const details = diagnostics ? compiler.fetchDiagnostics(diagnostics) : [];
  // A message of the compiler can quote the case: only where the template went wrong is told.
  parentPort.postMessage({
    error: `typesetting failed at ${details.map((detail) => JSON.stringify(detail.range ?? detail.path ?? null)).join(', ')}`,
    details,
  });
} else {
  const pdf = compiler.pdf(compiled.result, { pdfStandard: 'a-3a' });
  compiler.evictCache(0);
  const given = new Uint8Array(pdf);
  parentPort.postMessage({ pdf: given }, [given.buffer]);
}
