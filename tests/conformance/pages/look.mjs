// Looks at pages in Chromium: `node look.mjs FOLDER [strict]`, and prints what is at fault.
//
// Every page is opened under a strict Content-Security-Policy, at four widths, on light and on
// dark screens, in forced colours and as it is printed; axe looks at it, and what people
// meet with is measured. `strict` says that the pages are those of which the first sentence
// has to be seen without scrolling.

import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import fs from 'node:fs';
import path from 'node:path';

const require = createRequire(path.join(process.env.PAGES, 'package.json'));
const { chromium } = require('playwright-core');
const axe = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

const [folder, strict] = process.argv.slice(2);
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const ALL = [
  [320, 640, {}],
  [375, 667, {}],
  [375, 667, { colorScheme: 'dark' }],
  [375, 667, { forcedColors: 'active' }],
  [768, 1024, {}],
  [1280, 720, {}],
  [1280, 720, { colorScheme: 'dark' }],
  [800, 1000, { media: 'print' }],
];
// Pages that have the same parts as others are looked at in fewer ways.
const few = ([width, , how]) => how.media || width === 320 || (width === 1280 && how.colorScheme);
const LOOKS = strict ? ALL : ALL.filter(few);
// How far down, in pixels, the first sentence may end.
const FIRST = { 375: 600, 1280: 720 };

const faults = [];
const styles = new Set();
const hash = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const between = (page, name) => page.match(new RegExp(`<${name}>([^]*?)</${name}>`))?.[1] ?? '';

// What a person meets with: measured in the page.
function measured() {
  const seen = (it) => it.checkVisibility({ contentVisibilityAuto: true });
  const found = [];
  if (document.documentElement.scrollWidth > innerWidth) found.push('it is wider than its screen');
  for (const link of document.querySelectorAll('a[href]:not(.skip)')) {
    const low = [...link.getClientRects()].some((box) => box.height > 0 && box.height < 24);
    if (low && seen(link)) found.push(`a link is lower than 24 px: ${link.textContent.trim()}`);
  }
  for (const picture of document.querySelectorAll('img')) {
    if (!picture.getAttribute('width') || !picture.getAttribute('height'))
      found.push(`a picture has no size: ${picture.alt}`);
  }
  for (const box of document.querySelectorAll('.scroll, pre')) {
    const scrolls = box.scrollWidth > box.clientWidth;
    if (scrolls !== (box.tabIndex === 0)) found.push('what scrolls takes no focus, or what does not');
  }
  const begins = document.querySelector('main > [id] p, main > [id] li');
  let end = 0;
  if (begins) {
    const walk = document.createTreeWalker(begins, NodeFilter.SHOW_TEXT);
    const sentence = document.createRange();
    sentence.setStart(begins, 0);
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      const stop = node.data.search(/[.!?](\s|$)/);
      sentence.setEnd(node, stop < 0 ? node.data.length : stop + 1);
      if (stop >= 0) break;
    }
    end = sentence.getBoundingClientRect().bottom;
  }
  return { found, end };
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM,
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-sync'],
});
const names = fs.readdirSync(folder).filter((name) => name.endsWith('.html'));
for (const name of names.sort()) {
  const text = fs.readFileSync(path.join(folder, name), 'utf8');
  const [style, script] = [hash(between(text, 'style')), hash(between(text, 'script'))];
  styles.add(style + script);
  const policy = `default-src 'none'; style-src ${style}; script-src ${script}; img-src data:`;
  for (const [width, height, how] of LOOKS) {
    const { media, ...options } = how;
    const context = await browser.newContext({ viewport: { width, height }, ...options });
    const page = await context.newPage();
    const where = `${name} at ${width} px ${JSON.stringify(how)}`;
    page.on('console', (said) => {
      if (said.type() === 'error') faults.push(`${where}: ${said.text()}`);
    });
    await page.route('**/*', (route) =>
      route.request().url().endsWith('/page')
        ? route.fulfill({
            body: text,
            contentType: 'text/html; charset=utf-8',
            headers: { 'content-security-policy': policy },
          })
        : route.fulfill({ status: 204 }),
    );
    await page.goto('http://localhost/page');
    if (media) await page.emulateMedia({ media });
    // The observer of the page's script has looked.
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50))));
    if (!media) {
      const { found, end } = await page.evaluate(measured);
      faults.push(...found.map((it) => `${where}: ${it}`));
      if (strict && FIRST[width] && end > FIRST[width])
        faults.push(`${where}: the first sentence ends at ${Math.round(end)} px`);
    } else {
      const hidden = await page.evaluate(() =>
        [...document.querySelectorAll('.scroll, pre')].filter((it) => it.scrollWidth > it.clientWidth + 1).length,
      );
      if (hidden) faults.push(`${where}: print leaves something out`);
    }
    // The policy keeps axe out of the page's own scripts; DevTools may run what it likes.
    const result = await page.evaluate(`${axe}; axe.run(document, { runOnly: ${JSON.stringify(RULES)} })`);
    for (const violation of result.violations) {
      const nodes = violation.nodes.map((node) => node.target.join(' ')).slice(0, 3);
      faults.push(`${where}: axe: ${violation.id}: ${nodes.join(', ')}`);
    }
    await context.close();
  }
}
await browser.close();
if (styles.size !== 1) faults.push(`the pages have ${styles.size} styles, not one`);
for (const fault of faults) console.log(`FAIL ${fault}`);
console.log(`${names.length} pages were looked at, each in ${LOOKS.length} ways`);
process.exit(faults.length || !names.length ? 1 : 0);
