// What a build ships, and what of it loads together. Used by vite.config.ts.

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
    if (id.endsWith('/default-css-variables.layer.css'))
      return {
        code: code.replace(new RegExp(`^\\s*--mantine-color-(?:${unusedColours.join('|')})-[^;]*;$`, 'gm'), ''),
        map: null,
      }
    const name = /\/@mantine\/core\/esm\/.*\/(\w+)\.module\.mjs$/.exec(id)?.[1]
    return name === undefined ? null : { code: sheet(name) + code, map: null }
  },
})

/** Parts of the router for pages that a server makes, and for those who measure it; nothing here ever calls them. */
const unusedOfRouter = [
  'PrefetchPageLinks',
  'RemixRootDefaultErrorBoundary',
  'RSCErrorHandler',
  'instrumentClientSideRouter',
  'getRouteInstrumentationUpdates',
]

/**
 * The router as a browser needs it: its package names only the development build, with its warnings, and links hold on to
 * the parts above.
 * @returns {import('vite').Plugin}
 */
export const leanRouter = () => ({
  name: 'lean-router',
  apply: 'build',
  enforce: 'pre',
  async resolveId(source, importer) {
    if (source !== 'react-router' && source !== 'react-router/dom') return null
    const found = await this.resolve(source, importer, { skipSelf: true })
    return found && { ...found, id: found.id.replace('/dist/development/', '/dist/production/') }
  },
  transform(code, id) {
    if (!/\/react-router\/dist\/\w+\/chunk-/.test(id) || !code.includes('function PrefetchPageLinks(')) return null
    const lean = unusedOfRouter.reduce((text, name) => {
      const without = text.replace(
        new RegExp(`^function ${name}\\([^]*?^}$`, 'm'),
        `function ${name}() {\n  return null\n}`,
      )
      if (without === text) throw new Error(`${id}: ${name} is written in another form now`)
      return without
    }, code)
    return { code: lean, map: null }
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
