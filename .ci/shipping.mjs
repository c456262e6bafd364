// What a build ships, and what of it loads together. Used by vite.config.ts.

const wholeSheet = '@mantine/core/styles.layer.css'
const base = ['baseline', 'default-css-variables', 'global']
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
    const name = /\/@mantine\/core\/esm\/.*\/(\w+)\.module\.mjs$/.exec(id)?.[1]
    return name === undefined ? null : { code: sheet(name) + code, map: null }
  },
})

/**
 * Leaves of each compiled text the function that says it. The compiler puts another around it that asks for the language,
 * which in a build of one language is an answer known beforehand, two thousand times.
 * @param {readonly string[]} locales
 * @returns {import('vite').Plugin}
 */
export const bareTexts = (locales) => ({
  name: 'bare-texts',
  apply: 'build',
  transform(code, id) {
    if (locales.length !== 1 || !/\/texts\/compiled\/messages\/[a-z]\w+\.js$/.test(id)) return null
    const [said, asking] = code.split(/^\/\*\*\n\* \| /m)
    const name = asking === undefined ? undefined : /^export const (\w+) =/m.exec(asking)?.[1]
    const bare = said.replace(/^const \w+ =/m, `export const ${name} =`).replace(/^import \{.*runtime\.js';$/m, '')
    if (name === undefined || bare === said) throw new Error(`${id}: the compiler writes texts in another form now`)
    return { code: bare, map: null }
  },
})

/**
 * What loads together. A chunk takes with a module all that the module needs and no chunk before it holds; what one page
 * alone needs stays with that page.
 * @type {NonNullable<import('vite').Rolldown.OutputOptions['codeSplitting']>}
 */
export const chunks = {
  groups: [
    { name: 'start', tags: ['$initial'], priority: 9 },
    { name: 'vms', test: /\/src\/pages\/vms\/list\.tsx$/, priority: 8 },
    { name: 'kit', test: /\/node_modules\//, minShareCount: 2, priority: 7 },
    { name: 'shared', minShareCount: 3, entriesAware: true, entriesAwareMergeThreshold: 60_000, priority: 5 },
    { name: 'vm', test: /\/src\/pages\/vms\/(?:detail|overview|tasks|backup\/)/, priority: 4 },
    { name: 'administration', test: /\/src\/pages\/(?:infrastructure|policies|roles|tenants)\//, priority: 3 },
  ],
}
