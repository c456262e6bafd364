// Functions that run before the list of VMs shows are made ready while their file loads, on another thread; all others
// when they are called. Browsers take a function in parentheses for one that is called at once. Which they are is listed
// by name in `called-first.txt`, which `npm run called-first` writes from what a browser calls.
import { readFileSync } from 'node:fs'

import MagicString from 'magic-string'

export const listFile = new URL('called-first.txt', import.meta.url)

/** What a function is called where it stands: by itself, or by what it is laid into. */
function ownName(node, parent) {
  const holder = node.id ?? parent.id ?? parent.key ?? parent.left
  return holder?.name ?? holder?.property?.name
}

/**
 * Every function of a chunk that can stand in parentheses, with its name and those around it (`one/two`; those without a
 * name are counted: `one/~3`), and the statements of a body among which it is declared, if it is.
 */
export function functionsOf(program) {
  const found = []
  const bodies = new Set([program])
  const look = (node, parent, around) => {
    let inside = around
    if (/^(?:FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(node.type)) {
      const name = `${around.name}${ownName(node, parent) ?? `~${(around.nameless += 1)}`}`
      const declared = node.type === 'FunctionDeclaration'
      const method = parent.type === 'MethodDefinition' || parent.method || /^[gs]et$/.test(parent.kind)
      if (declared ? bodies.has(parent) : !method) found.push({ node, name, among: declared && parent.body })
      bodies.add(node.body)
      inside = { name: `${name}/`, nameless: 0 }
    }
    for (const part of Object.values(node).flat()) if (typeof part?.type === 'string') look(part, node, inside)
  }
  look(program, {}, { name: '', nameless: 0 })
  return found
}

/** Puts a function in parentheses. One that is declared becomes a variable, made before all else in its body. */
function wrap(text, { node, among }) {
  if (!among) {
    text.appendLeft(node.start, '(').prependRight(node.end, ')')
    return
  }
  const kind = `${node.async ? 'async ' : ''}function${node.generator ? '*' : ''}`
  text.overwrite(node.start, node.id.end, `var ${node.id.name} = (${kind}`)
  text.appendLeft(node.end, ');')
  const begin = among.find(({ type, directive }) => type !== 'ImportDeclaration' && directive === undefined).start
  if (node.start !== begin) text.move(node.start, node.end, begin)
}

/**
 * The plugin. A list of which a live build knows less than half fails it: the list is of another time.
 * @returns {import('vite').Plugin}
 */
export const calledFirst = () => {
  let minified = true
  let isLive = true
  let wanted = new Set()
  let met = new Set()
  return {
    name: 'called-first',
    apply: 'build',
    configResolved: ({ build, mode }) => {
      minified = build.minify !== false
      // With the simulator beside them other files hold the functions, and some have other names.
      isLive = mode !== 'simulator'
    },
    renderStart() {
      wanted = new Set(minified ? readFileSync(listFile, 'utf8').split('\n').filter(Boolean) : [])
      met = new Set()
    },
    renderChunk(code, { name, isEntry }, { sourcemap }) {
      if (wanted.size === 0 || (!['first', 'times'].includes(name) && !isEntry)) return null
      const text = new MagicString(code)
      for (const one of functionsOf(this.parse(code)).filter((found) => wanted.has(found.name))) {
        met.add(one.name)
        wrap(text, one)
      }
      return { code: text.toString(), map: sourcemap ? text.generateMap({ hires: 'boundary' }) : null }
    },
    generateBundle() {
      if (isLive && met.size < wanted.size / 2)
        throw new Error(
          `Of ${wanted.size} functions in .ci/called-first.txt there are ${met.size}: \`npm run called-first\``,
        )
    },
  }
}
