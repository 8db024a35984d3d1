// Checks the files of a dossier inside this page: every digest, nothing missing, nothing added, and the signature (OpenSSH, PROTOCOL.sshsig).
const names = { manifest: 'manifest-sha256.txt', signature: 'manifest-sha256.txt.sig', second: 'manifest-sha256.txt.minisig', signers: 'allowed_signers' };
const largest = 1024 * 1024 * 1024;
const part = (id) => document.getElementById(id);
const hex = (bytes) => [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
const base64 = (bytes) => btoa(String.fromCharCode(...new Uint8Array(bytes))).replace(/=+$/, '');
const fromBase64 = (text) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
const joined = (...pieces) => Uint8Array.from(pieces.flatMap((piece) => [...piece]));
const latin = (text) => Uint8Array.from(text, (character) => character.charCodeAt(0));
const string = (bytes) => joined([bytes.length >>> 24, (bytes.length >>> 16) & 255, (bytes.length >>> 8) & 255, bytes.length & 255], bytes);
const sha256 = async (bytes) => new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));

/** The key and the signature inside an armored SSHSIG with Ed25519, the namespace `dossier` and SHA-256; null for anything else. */
function readSignature(text) {
  const lines = text.split('\n');
  if (lines[0] !== '-----BEGIN SSH SIGNATURE-----' || lines.at(-2) !== '-----END SSH SIGNATURE-----') return null;
  const blob = fromBase64(lines.slice(1, -2).join(''));
  const key = blob.slice(33, 65);
  const signature = blob.slice(-64);
  const keyBlob = joined(string(latin('ssh-ed25519')), string(key));
  const signed = string(joined(string(latin('ssh-ed25519')), string(signature)));
  const whole = joined(latin('SSHSIG'), [0, 0, 0, 1], string(keyBlob), string(latin('dossier')), string([]), string(latin('sha256')), signed);
  return hex(whole) === hex(blob) ? { key, keyBlob, signature } : null;
}

/** `holds`, `wrong`, or `unable` where this browser has no Ed25519. */
async function checkSignature({ key, signature }, message) {
  const signed = joined(latin('SSHSIG'), string(latin('dossier')), string([]), string(latin('sha256')), string(await sha256(message)));
  let imported;
  try {
    imported = await crypto.subtle.importKey('raw', key, 'Ed25519', false, ['verify']);
  } catch {
    return 'unable';
  }
  return (await crypto.subtle.verify('Ed25519', imported, signature, signed)) ? 'holds' : 'wrong';
}

function parseManifest(text) {
  const listed = new Map();
  for (const line of text.split('\n').slice(0, -1)) {
    const match = /^([0-9a-f]{64}) {2}([\x21-\x5b\x5d-\x7e]+)$/.exec(line);
    if (!match) return null;
    listed.set(match[2], match[1]);
  }
  return text.endsWith('\n') && listed.size > 0 ? listed : null;
}

async function check(files) {
  const wrong = [];
  const text = async (name) => (files.has(name) ? files.get(name).text() : null);
  const manifestText = await text(names.manifest);
  if (manifestText === null) return { wrong: [[names.manifest, 'is missing: is this the folder of a dossier?']], checked: 0, key: null, signature: 'missing' };
  const listed = parseManifest(manifestText) ?? new Map();
  if (listed.size === 0) wrong.push([names.manifest, 'is not a list of digests as a dossier has it']);
  let checked = 0;
  for (const [path, digest] of listed) {
    const file = files.get(path);
    if (!file) wrong.push([path, 'is missing']);
    else if (file.size > largest) wrong.push([path, 'is too large for this page; verify.sh can check it']);
    else if (hex(await sha256(await file.arrayBuffer())) !== digest) wrong.push([path, 'has been changed']);
    checked += 1;
    part('progress').value = checked / listed.size;
  }
  const besides = [names.manifest, names.signature, names.second];
  for (const path of files.keys()) if (!listed.has(path) && !besides.includes(path)) wrong.push([path, 'was added: it is not in the signed list']);
  const signatureText = await text(names.signature);
  const read = signatureText === null ? null : readSignature(signatureText);
  const signature = read ? await checkSignature(read, new Uint8Array(await files.get(names.manifest).arrayBuffer())) : 'wrong';
  if (signatureText === null) wrong.push([names.signature, 'is missing']);
  else if (signature === 'wrong') wrong.push([names.signature, 'does not fit the list: one of the two has been changed']);
  const signers = await text(names.signers);
  const expected = read && `corroborate namespaces="dossier" ssh-ed25519 ${btoa(String.fromCharCode(...read.keyBlob))}\n`;
  if (read && signers !== null && signers !== expected) wrong.push([names.signers, 'names another key than the one that signed']);
  return { wrong, checked, key: read && `SHA256:${base64(await sha256(read.keyBlob))}`, signature };
}

function show({ wrong, checked, key, signature }) {
  const sound = wrong.length === 0;
  const verdict = part('verdict');
  verdict.className = `verdict ${sound && signature === 'holds' ? 'good' : 'bad'}`;
  part('says').textContent = !sound ? 'Not as it was signed' : signature === 'holds' ? 'Verified' : 'Files unchanged; signature not checked';
  part('detail').textContent = !sound
    ? `Do not rely on this copy. ${wrong.length === 1 ? 'This file is not as it was signed:' : `These ${wrong.length} files are not as they were signed:`}`
    : signature === 'holds'
      ? `All ${checked} files are exactly as they were signed. Nothing is missing and nothing was added.`
      : `All ${checked} files are as listed, but this browser cannot check the signature. Use verify.sh, or a newer browser.`;
  part('wrong').replaceChildren(
    ...wrong.map(([path, why]) => {
      const item = document.createElement('li');
      const name = document.createElement('code');
      name.textContent = path;
      item.append(name, ` ${why}`);
      return item;
    }),
  );
  part('key').textContent = key ?? '';
  part('who').hidden = key === null || signature === 'wrong';
  verdict.hidden = false;
  verdict.focus();
}

async function start(found) {
  const paths = found.map(({ path }) => path);
  const roots = new Set(paths.map((path) => path.split('/')[0]));
  const root = roots.size === 1 && paths.every((path) => path.includes('/')) ? `${[...roots][0]}/` : '';
  const files = new Map(found.map(({ path, file }) => [path.slice(root.length), file]));
  part('verdict').hidden = true;
  part('who').hidden = true;
  part('progress').hidden = false;
  part('progress').value = 0;
  try {
    show(await check(files));
  } catch {
    show({ wrong: [['The folder', 'could not be read to the end']], checked: 0, key: null, signature: 'wrong' });
  }
  part('progress').hidden = true;
}

/** Every file below what was dropped. A folder answers its entries in portions. */
async function entriesOf(entry) {
  if (entry.isFile) return [{ path: entry.fullPath.slice(1), file: await new Promise((resolve, reject) => entry.file(resolve, reject)) }];
  const reader = entry.createReader();
  const found = [];
  for (let portion = [null]; portion.length > 0; ) {
    portion = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
    for (const each of portion) found.push(...(await entriesOf(each)));
  }
  return found;
}

const drop = part('drop');
for (const kind of ['dragenter', 'dragover', 'dragleave', 'drop'])
  document.addEventListener(kind, (event) => {
    event.preventDefault();
    drop.classList.toggle('over', kind === 'dragenter' || kind === 'dragover');
  });
document.addEventListener('drop', async (event) => {
  const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  await start((await Promise.all(entries.map(entriesOf))).flat());
});
// No attribute of HTML yet, but every browser knows it.
part('folder').webkitdirectory = true;
part('folder').addEventListener('change', (event) => start([...event.target.files].map((file) => ({ path: file.webkitRelativePath || file.name, file }))));
