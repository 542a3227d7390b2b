// Reads what renderers made of Markdown as a browser reads it (parse5), and names every
// node that does something: elements and attributes that no Markdown makes, addresses that
// run or fetch. The exit status is 1 where there is one.
//
//     node active.mjs OUT
//
// OUT has a folder for each renderer.
import fs from 'node:fs'
import path from 'node:path'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'

const require = createRequire(path.join(process.env.RENDERERS, 'x.js'))
const { parse } = await import(pathToFileURL(require.resolve('parse5')).href)

// What renderers make of Markdown, and the tags that bimemo writes into it.
const elements = new Set(
  ('html head body p h1 h2 h3 h4 h5 h6 em strong b i a img ul ol li blockquote pre code hr br ' +
    'table thead tbody tr th td colgroup col del s sup sub div span section nav dl dt dd abbr').split(' ')
)
const attributes = new Set(
  ('href title src alt class id lang dir align start rel role scope value name width height ' +
    'aria-label aria-describedby aria-hidden').split(' ')
)
const schemes = new Set(['http', 'https', 'mailto', 'tel'])

// A scheme as browsers read it, which leave out blanks and control characters.
const scheme = (address) =>
  /^([a-z][a-z0-9+.-]*):/i.exec(address.replace(/[\u0000-\u0020\u007f-\u00a0]/g, ''))?.[1].toLowerCase()

const isLink = (address) => {
  const found = scheme(address)
  return found === undefined ? !/^\s*[/\\]{2}/.test(address) : schemes.has(found)
}
// Pictures lie beside the file.
const isPicture = (address) => scheme(address) === undefined && !/^\s*[/\\]{2}/.test(address)

const isQuiet = (element, { name, value }) => {
  if (/^https?:$/.test(element)) return value === '' && !name.startsWith('on')
  if (name === 'href') return element === 'a' && isLink(value)
  if (name === 'src') return element === 'img' && isPicture(value)
  // How renderers align columns, and mark footnotes and tasks.
  if (name === 'style' && element === 'li') return /^list-style-type: ?none;?$/.test(value)
  if (name === 'style') return /^t[hd]$/.test(element) && /^text-align: ?(left|right|center);?$/.test(value)
  if (name.startsWith('data-')) return name.startsWith('data-footnote')
  return attributes.has(name)
}

const isTask = ({ nodeName, attrs }) =>
  nodeName === 'input' &&
  attrs.some(({ name, value }) => name === 'type' && value === 'checkbox') &&
  attrs.every(({ name, value }) => ['type', 'disabled', 'checked', 'class'].includes(name) || (name === 'style' && /^margin/.test(value)))

const active = (node, found) => {
  if (node.attrs && !isTask(node)) {
    // `<https://…>`, which those who find HTML around it leave as it is: it does nothing.
    const known = (elements.has(node.nodeName) || /^https?:$/.test(node.nodeName)) && node.namespaceURI === 'http://www.w3.org/1999/xhtml'
    const loud = node.attrs.filter((attribute) => !isQuiet(node.nodeName, attribute))
    if (!known || loud.length) {
      found.push(`<${node.nodeName}${node.attrs.map(({ name, value }) => ` ${name}=${JSON.stringify(value)}`).join('')}>`)
    }
  }
  for (const child of node.childNodes ?? []) active(child, found)
  if (node.content) active(node.content, found)
}

const [out] = process.argv.slice(2)
const renderers = fs.readdirSync(out).sort()
let pages = 0
let failed = false
for (const renderer of renderers) {
  const found = new Map()
  for (const file of fs.readdirSync(path.join(out, renderer)).sort()) {
    pages += 1
    const nodes = []
    active(parse(fs.readFileSync(path.join(out, renderer, file), 'utf8')), nodes)
    for (const node of nodes) found.set(node, [...(found.get(node) ?? []), file])
  }
  for (const [node, files] of [...found].slice(0, 20)) {
    console.log(`FAIL ${renderer}: ${node.slice(0, 160)} in ${files[0]} and ${files.length - 1} more`)
  }
  if (found.size > 20) console.log(`FAIL ${renderer}: and ${found.size - 20} more nodes`)
  failed ||= found.size > 0
}
if (renderers.length < 6 || pages === 0) {
  console.log(`renderers: ${renderers.length} renderers made ${pages} pages`)
  failed = true
}
if (!failed) console.log(`${pages} pages of ${renderers.length} renderers have no active node`)
process.exit(failed ? 1 : 0)
