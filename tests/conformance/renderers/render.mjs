// Makes HTML of Markdown files as the common renderers of npm do, each set up as its users
// usually have it: raw HTML is let through where that is the default.
//
//     node render.mjs FOLDER OUT
//
// Each FOLDER/x.md becomes OUT/<renderer>/x.html; Showdown, which is older than CommonMark and
// finds no code in what it takes for HTML, gets FOLDER/prose alone: Markdown without code.
import fs from 'node:fs'
import path from 'node:path'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'

// The packages lie in the cache, not beside this file.
const require = createRequire(path.join(process.env.RENDERERS, 'x.js'))
const load = async (name) => {
  const module = await import(pathToFileURL(require.resolve(name)).href)
  return module.default ?? module
}
const named = async (name) => import(pathToFileURL(require.resolve(name)).href)

const { marked } = await named('marked')
const MarkdownIt = await load('markdown-it')
const { unified } = await named('unified')
const remarkParse = await load('remark-parse')
const remarkGfm = await load('remark-gfm')
const remarkRehype = await load('remark-rehype')
const rehypeStringify = await load('rehype-stringify')
const { micromark } = await named('micromark')
const { gfm, gfmHtml } = await named('micromark-extension-gfm')
const showdown = await load('showdown')
const commonmark = await load('commonmark')

const markdownIt = new MarkdownIt({ html: true, linkify: true, typographer: true })
const markdownItPlain = new MarkdownIt()
const remark = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkRehype, { allowDangerousHtml: true })
  .use(rehypeStringify, { allowDangerousHtml: true })
const plain = new showdown.Converter()
const github = new showdown.Converter()
github.setFlavor('github')
const parser = new commonmark.Parser()
const writer = new commonmark.HtmlRenderer()

const renderers = {
  marked: (text) => marked.parse(text),
  markdown_it: (text) => markdownIt.render(text),
  markdown_it_plain: (text) => markdownItPlain.render(text),
  remark: (text) => String(remark.processSync(text)),
  micromark: (text) =>
    micromark(text, { allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] }),
  showdown: (text) => plain.makeHtml(text),
  showdown_github: (text) => github.makeHtml(text),
  commonmark_js: (text) => writer.render(parser.parse(text)),
}

const [folder, out] = process.argv.slice(2)
const list = (folder) =>
  fs.existsSync(folder) ? fs.readdirSync(folder).filter((name) => name.endsWith('.md')).sort().map((name) => path.join(folder, name)) : []
const files = list(folder)
const prose = list(path.join(folder, 'prose'))
for (const [name, render] of Object.entries(renderers)) {
  fs.mkdirSync(path.join(out, name), { recursive: true })
  for (const file of name.startsWith('showdown') && prose.length ? prose : files) {
    const html = render(fs.readFileSync(file, 'utf8'))
    fs.writeFileSync(path.join(out, name, path.basename(file).replace(/\.md$/, '.html')), html)
  }
}
