// What a build ships, and what of it loads together. Used by vite.config.ts.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const wholeSheet = '@mantine/core/styles.layer.css'
const base = ['baseline', 'default-css-variables', 'global']
/** Colours of Mantine's palette that the console has no use for. `check-build.mjs` proves that none is named. */
export const unusedColours = ['pink', 'grape', 'violet', 'indigo', 'cyan', 'lime', 'yellow', 'orange', 'green']
const sheet = (name) => `import '@mantine/core/styles/${name}.layer.css'\n`

/**
 * Gives each part of Mantine that a build holds its own style sheet, in the chunk of the part, instead of the sheet of
 * all parts at once: what no page uses does not ship, and what only a later page uses does not load before. The
 * development server keeps the whole sheet. `check-build.mjs` proves that no class of a build lacks its rules.
 * @returns {import('vite').Plugin}
 */
export const ownSheets = () => ({
  name: 'own-sheets',
  apply: 'build',
  enforce: 'pre',
  resolveId: (source) => (source === wholeSheet ? { id: '\0mantine-base.js', moduleSideEffects: true } : null),
  load: (id) => (id === '\0mantine-base.js' ? base.map(sheet).join('') : null),
  transform(code, id) {
    if (/\/(?:default-css-variables\.layer|ui\/theme)\.css$/.test(id))
      return {
        code: code.replace(new RegExp(`^\\s*--mantine-color-(?:${unusedColours.join('|')})-[^;]*;$`, 'gm'), ''),
        map: null,
      }
    const name = /\/@mantine\/core\/esm\/.*\/(\w+)\.module\.mjs$/.exec(id)?.[1]
    return name === undefined ? null : { code: sheet(name) + code, map: null }
  },
})

/**
 * What loads together. A chunk takes with a module all that the module needs and no chunk before it holds; what one page
 * alone needs stays with that page.
 * @type {NonNullable<import('vite').Rolldown.OutputOptions['codeSplitting']>}
 */
export const chunks = {
  groups: [
    // A file that runs while all others are still on their way.
    { name: 'early', test: /\/src\/app\/early\.ts$/, priority: 13 },
    // The rule over a fleet runs in pages and on another thread, from the same files: so they hold nothing of a page.
    {
      name: 'times',
      test: /\/src\/domain\/(?:zone|iso|iso-reader|iso-scanner|calendar|task|thresholds|protection|virtual-machine|policy)\.ts$/,
      priority: 12,
    },
    { name: 'fleet-rule', test: /\/src\/pages\/parts\/elsewhere\/answers\.ts$/, priority: 11 },
    { name: 'fleet-worker', test: /\/src\/pages\/parts\/elsewhere\/fleet-worker\.ts$/, priority: 10 },
    { name: 'start', tags: ['$initial'], priority: 9 },
    // What most visits come to, and what all adapters stand on, is one file.
    {
      name: 'first',
      test: /\/src\/(?:pages\/vms\/list\.tsx|api\/(?:abiquo\/adapter|http|describing|not-there|turnstile|told-request)\.ts)$/,
      priority: 8,
    },
    // What comes soon after the list comes with nothing else: the rows in sight, the rule, the trail.
    {
      name: 'sight',
      test: /\/node_modules\/@tanstack\/(?:react-virtual|virtual-core)\/|\/src\/ui\/(?:in-sight|lines-in-window)\.ts$/,
      priority: 8,
    },
    { name: 'judging', test: /\/src\/pages\/parts\/fleet\/judging\.ts$/, priority: 8 },
    { name: 'abiquo-more', test: /\/src\/api\/abiquo\/(?:trail|protection|machine-work)\.ts$/, priority: 8 },
    // Who signs in waits for nothing that only pages need.
    { name: 'sign-in', test: /\/src\/app\/sign-in[^/]*\.tsx$/, priority: 8 },
    { name: 'kit', test: /\/node_modules\//, minShareCount: 2, priority: 7 },
    // Few files: what pages share is small beside them, and compresses together.
    { name: 'shared', minShareCount: 3, entriesAware: true, entriesAwareMergeThreshold: 2_000_000, priority: 5 },
    { name: 'vm', test: /\/src\/pages\/vms\/(?:detail|overview|tasks|backup\/)/, priority: 4 },
    // What looks at days of the whole fleet: who opens one of them opens the next.
    { name: 'days', test: /\/src\/pages\/(?:calendar|events|overview)\//, priority: 3 },
    { name: 'administration', test: /\/src\/pages\/(?:infrastructure|policies|roles|tenants)\//, priority: 3 },
  ],
}

const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'
/** A number as letters: a, b, … Z, ba, bb, … */
const inLetters = (number) =>
  (number < letters.length ? '' : inLetters(Math.floor(number / letters.length))) + letters[number % letters.length]

/**
 * Short names for the classes of our sheets: `b-c`, the sheet and the class in it, where Vite's `_name_hash_line` weighs a
 * tenth of a small sheet. The same sources give the same names, in whatever order they are read.
 *
 * A sheet whose classes a script takes one by one (`import * as classes`) is left out: the bundler lays the names into the
 * script as they are, and nothing asks for the rest of the module. So a build that has no rule of a sheet fails.
 * @returns {import('vite').Plugin}
 */
export const shortClasses = () => {
  const classes = new Map()
  const generateScopedName = (name, file) => {
    const known = classes.get(file.replace(/\?.*/, ''))
    if (known === undefined) throw new Error(`${file} is no sheet of ours`)
    if (!known.names.has(name)) known.names.set(name, inLetters(known.names.size))
    return `${known.prefix}-${known.names.get(name)}`
  }
  return {
    name: 'short-classes',
    apply: 'build',
    enforce: 'pre',
    config: () => ({ css: { modules: { generateScopedName } } }),
    configResolved({ root }) {
      readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.module.css'))
        .toSorted()
        .forEach((file, index) =>
          classes.set(path.join(root, 'src', file), { prefix: inLetters(index), names: new Map() }),
        )
    },
    writeBundle: (_output, bundle) => {
      const styles = Object.values(bundle).map(({ fileName, source }) => (fileName.endsWith('.css') ? source : ''))
      const rules = styles.join('\n')
      for (const [file, { prefix, names }] of classes)
        if (names.size > 0 && !rules.includes(`.${prefix}-`)) throw new Error(`No rule of ${file} is in the build`)
    },
  }
}

/**
 * Names in the page what the usual visit loads next, so that it comes beside the first script and not after it. Scripts
 * are only fetched: the console runs of them what it needs. Styles apply, for scripts would wait until theirs do. The file
 * that asks early is run as soon as it is there.
 * @returns {import('vite').Plugin}
 */
export const usualFirst = () => ({
  name: 'usual-first',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler(page, { bundle = {} }) {
      const chunkOf = (name) => {
        const found = Object.values(bundle).find((one) => one.name === name)
        if (!found) throw new Error(`The build has no chunk ${name}`)
        return found
      }
      const early = chunkOf('early')
      // Whatever it imports would keep it waiting.
      if (early.imports.length > 0) throw new Error(`The chunk that runs first waits for ${early.imports}`)
      const named = new Set()
      const take = (chunk) => {
        if (named.has(chunk.fileName)) return
        named.add(chunk.fileName)
        for (const style of chunk.viteMetadata?.importedCss ?? []) named.add(style)
        for (const file of chunk.imports) take(bundle[file])
      }
      take(chunkOf('first'))
      const next = [...named]
        .filter((file) => !page.includes(`/${file}"`))
        .map((file) => ({
          tag: 'link',
          attrs: file.endsWith('.css')
            ? { rel: 'stylesheet', crossorigin: true, href: `/${file}` }
            : { rel: 'modulepreload', crossorigin: true, href: `/${file}` },
          injectTo: 'head',
        }))
      // Before all others: a browser asks one server for six files at once.
      const begin = '<link rel="preload" href="/config.json"'
      if (!page.includes(begin)) throw new Error('The page does not ask for its settings')
      const run = `<script type="module" async crossorigin src="/${early.fileName}"></script>`
      return { html: page.replace(begin, `${run}\n    ${begin}`), tags: next }
    },
  },
})

/**
 * What is written in the page's first files for those who read them is not sent to those who visit.
 * @returns {import('vite').Plugin}
 */
export const fewWords = () => ({
  name: 'few-words',
  apply: 'build',
  writeBundle({ dir }) {
    for (const [name, comment] of [
      ['scheme.js', /^ *\/\/.*\n/gm],
      ['early.css', /\/\*[^]*?\*\/\n?/g],
    ]) {
      const place = path.join(dir, name)
      writeFileSync(place, readFileSync(place, 'utf8').replace(comment, '').replaceAll(/\n\s*/g, '\n'))
    }
  },
})

/**
 * Writes what lies beyond Latin-1 in scripts, a dash or an arrow in a text, as an escape: one such letter makes a browser
 * keep the whole script with two bytes a letter, for as long as the page is open.
 * @returns {import('vite').Plugin}
 */
export const oneByteScripts = () => ({
  name: 'one-byte-scripts',
  apply: 'build',
  generateBundle(_options, bundle) {
    for (const chunk of Object.values(bundle))
      if (chunk.type === 'chunk')
        chunk.code = chunk.code.replaceAll(
          /[^\0-\xff]/g,
          (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
        )
  },
})

/**
 * Scripts and styles find each other from where they lie themselves, so that a build serves in whatever folder of a host
 * it is put. Only the page names addresses of the host; the web server writes its folder into them (docs/deploy).
 * @returns {import('vite').Plugin}
 */
export const anyFolder = () => ({
  name: 'any-folder',
  apply: 'build',
  config: () => ({
    experimental: { renderBuiltUrl: (_file, { hostType }) => (hostType === 'html' ? undefined : { relative: true }) },
  }),
})

const threadFile = './fleet-worker.ts'

/**
 * Lets the thread that judges a fleet run the files that pages run, where Vite would bundle it anew with all that it
 * needs: eight kilobytes less. A thread that came with files of a page fails the build.
 * @returns {import('vite').Plugin}
 */
export const sharedThread = () => ({
  name: 'shared-thread',
  apply: 'build',
  enforce: 'pre',
  transform(code, id) {
    const asked = `new URL('${threadFile}', import.meta.url)`
    if (!code.includes(asked)) return null
    const file = this.emitFile({ type: 'chunk', id: path.join(path.dirname(id), threadFile), name: 'fleet-worker' })
    return { code: code.replace(asked, `import.meta.ROLLUP_FILE_URL_${file}`), map: null }
  },
  generateBundle(_options, bundle) {
    const look = (chunk) => {
      if (!/^(?:fleet-worker|fleet-rule|times)$/.test(chunk.name))
        throw new Error(`The thread that judges a fleet would load ${chunk.fileName}`)
      for (const file of chunk.imports) look(bundle[file])
    }
    const threads = Object.values(bundle).filter(({ isEntry, name }) => isEntry && name === 'fleet-worker')
    if (threads.length !== 1) throw new Error(`The build has ${threads.length} threads that judge a fleet`)
    threads.forEach(look)
  },
})
