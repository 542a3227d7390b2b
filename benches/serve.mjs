// So many requests to a server on this machine: `node benches/serve.mjs ADDRESS COUNT`.
// Prints how many a second are answered; the exit status is 1 where one is not as it should
// be. Pages, PDFs and Markdown in both languages, whole, compressed and not sent again.

import http from 'node:http';

const [address, count] = [process.argv[2], Number(process.argv[3] ?? 10000)];
const CONNECTIONS = 32;
const agent = new http.Agent({ keepAlive: true, maxSockets: CONNECTIONS });

function ask(path, headers = {}) {
  return new Promise((done, fail) => {
    const request = http.get(address + path, { agent, headers }, (answer) => {
      let bytes = 0;
      answer.on('data', (part) => (bytes += part.length));
      answer.on('end', () => done({ status: answer.statusCode, headers: answer.headers, bytes }));
      answer.on('error', fail);
    });
    request.on('error', fail);
  });
}

const documents = ['en.html', 'fr.html', 'en.md', 'fr.md', 'en.pdf', 'fr.pdf'];
const asked = [];
for (const end of documents) {
  const path = `/memos/renewal-update.${end}`;
  const first = await ask(path);
  if (first.status !== 200) throw new Error(`${path}: ${first.status}`);
  asked.push([path, {}, 200, first.bytes]);
  asked.push([path, { 'if-none-match': first.headers.etag }, 304, 0]);
  asked.push([path, { range: 'bytes=0-99' }, 206, 100]);
  if (!end.endsWith('pdf')) {
    const gzip = { 'accept-encoding': 'gzip' };
    asked.push([path, gzip, 200, (await ask(path, gzip)).bytes]);
  }
}
asked.push(['/memos/renewal-update', { accept: 'text/html', 'accept-language': 'fr' }, 200, null]);

let [next, faults] = [0, 0];
async function work() {
  while (next < count) {
    const [path, headers, status, bytes] = asked[next++ % asked.length];
    const answer = await ask(path, headers).catch((error) => ({ status: String(error) }));
    if (answer.status !== status || (bytes !== null && answer.bytes !== bytes)) {
      if (faults++ < 10) console.log(`FAIL ${path}: ${answer.status}, ${answer.bytes} bytes`);
    }
  }
}
const begun = performance.now();
await Promise.all(Array.from({ length: CONNECTIONS }, work));
const seconds = (performance.now() - begun) / 1000;
agent.destroy();
console.log(`${count} requests, ${faults} errors, ${Math.round(count / seconds)} a second`);
process.exit(faults ? 1 : 0);
