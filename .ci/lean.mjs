// What a build leaves out of the libraries that it holds. Used by vite.config.ts.
import path from 'node:path'

import { unusedColours } from './shipping.mjs'

/** What hangs on a part of Mantine that we use, and that nothing here draws. */
const undrawn = [
  'ActionIconGroup/ActionIconGroup',
  'ActionIconGroupSection/ActionIconGroupSection',
  'ButtonGroup/ButtonGroup',
  'ButtonGroupSection/ButtonGroupSection',
  'CheckboxIndicator/CheckboxIndicator',
  'InputClearButton/InputClearButton',
  'InputPlaceholder/InputPlaceholder',
  'InputSuccess/InputSuccess',
  'ProgressLabel/ProgressLabel',
  'loaders/Bars',
  'loaders/Dots',
]

/** Whoever draws it is told. */
const nothing = (part) => {
  const name = path.basename(part)
  return `export const ${name} = () => { throw new Error('A build has no ${name}') }\n`
}

/** Parts of Mantine that a build does without, and what stands for each. */
const standIns = {
  ...Object.fromEntries(undrawn.map((part) => [part, nothing(part)])),
  // Ours grow by their style (`field-sizing`).
  'Textarea/Autosize': nothing('TextareaAutosize'),
  // What else the libraries ask of these.
  'SwitchGroup/SwitchGroup': `import { createContext } from 'react'
${nothing('SwitchGroup')}export const SwitchGroupContext = createContext(null)`,
  'CheckboxCard/CheckboxCard': `${nothing('CheckboxCard')}export const CheckboxCardContext = null`,
  // How dialogs and what covers the page come, and the panel at the right; another way would come at once.
  'Transition/transitions': `const moved = (way) => ({
    in: { opacity: 1, transform: 'none' },
    out: { opacity: 0, transform: way },
    transitionProperty: 'opacity, transform',
  })
  export const transitions = {
    fade: moved('none'),
    'fade-down': moved('translateY(-30px)'),
    'slide-left': moved('translateX(100%)'),
  }`,
  // The sheet of a segmented control draws the chosen value by itself, until something that slides takes its place.
  'FloatingIndicator/FloatingIndicator': 'export const FloatingIndicator = () => null',
  // Dialogs are asked for one at a time.
  'Modal/ModalStack': `import { createContext } from 'react'
${nothing('ModalStack')}export const ModalStackContext = createContext(null)`,
  // Only who lets Mantine choose black or white upon a colour asks how light it is.
  'luminance/luminance': 'export const luminance = () => 0\nexport const isLightColor = () => false',
  // A colour seen through, as the browser reckons it; no gradients.
  'rgba/rgba':
    'export const rgba = (color, part) => `color-mix(in srgb, ${color} ${part * 100}%, transparent)`\nexport const alpha = rgba',
  'get-gradient/get-gradient': 'export const getGradient = () => undefined',
  // Dialogs ask by it whether they scroll, which ours do not.
  'ScrollArea/ScrollArea': `${nothing('ScrollArea')}export const ScrollAreaAutosize = ScrollArea.Autosize = ScrollArea`,
  // What it would say of the theme at run time is a sheet of ours (`src/ui/theme.css`).
  'MantineProvider/MantineCssVariables/MantineCssVariables': 'export const MantineCssVariables = () => null',
  'MantineProvider/MantineClasses/MantineClasses': 'export const MantineClasses = () => null',
  // How a variant looks is told by ours (`src/ui/variants.ts`).
  'default-variant-colors-resolver/default-variant-colors-resolver':
    'export const defaultVariantColorsResolver = () => ({})',
}

/**
 * Leaves out of a build what nothing here draws, or what a sheet of ours says instead.
 * @returns {import('vite').Plugin}
 */
export const leanMantine = () => {
  const left = new Set()
  return {
    name: 'lean-mantine',
    apply: 'build',
    enforce: 'pre',
    load(id) {
      const found = Object.entries(standIns).find(([part]) => id.endsWith(`/${part}.mjs`))
      if (found === undefined) return null
      left.add(found[0])
      return found[1]
    },
    transform(code, id) {
      if (id.endsWith('/MantineProvider/default-colors.mjs'))
        return {
          code: code.replace(new RegExp(`^\t(?:${unusedColours.join('|')}): \\[[^\\]]*\\],?$`, 'gm'), ''),
          map: null,
        }
      if (!id.endsWith('/SegmentedControl/SegmentedControl.mjs')) return null
      const lean = code.replace('initialized = useMounted()', 'initialized = false')
      if (lean === code) throw new Error(`${id} is written in another form now`)
      return { code: lean, map: null }
    },
    buildEnd(error) {
      const gone = Object.keys(standIns).filter((part) => !left.has(part))
      if (!error && gone.length > 0) throw new Error(`Mantine keeps elsewhere now: ${gone.join(', ')}`)
    },
  }
}

/**
 * Parts of the router for pages that a server makes, for forms that it sends, for routes that come to be later, and for
 * those who measure it; nothing here ever calls them.
 */
const unusedOfRouter = [
  'PrefetchPageLinks',
  'RemixRootDefaultErrorBoundary',
  'RSCErrorHandler',
  'instrumentClientSideRouter',
  'getRouteInstrumentationUpdates',
  'parseHydrationData',
  'handleAction',
  'fetch2',
  'handleFetcherAction',
  'handleFetcherLoader',
  'getFetcher',
  'resetFetcher',
  'queueFetcherForDeletion',
  'updateFetcherState',
  'discoverRoutes',
  'patchRoutes',
]

/**
 * What links and navigation ask for each time, and where nothing is asked of a server ahead and no view slides into the
 * next the answer is this.
 */
const settledInRouter = { usePrefetchBehavior: '[false, null, {}]', useViewTransitionState: 'false' }

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
    const answers = { ...Object.fromEntries(unusedOfRouter.map((name) => [name, 'null'])), ...settledInRouter }
    const lean = Object.entries(answers).reduce((text, [name, answer]) => {
      const without = text.replace(
        new RegExp(`^( *)((?:async )?function ${name}\\()[^]*?^\\1}$`, 'm'),
        `$1$2) {\n  return ${answer}\n}`,
      )
      if (without === text) throw new Error(`${id}: ${name} is written in another form now`)
      return without
    }, code)
    return {
      code: lean
        // A name for developers' tools would keep each part that nobody uses,
        .replaceAll(/^\w+\.displayName = "\w+";$/gm, '')
        // and so would a call that does nothing but make one.
        .replaceAll(/^(var \w+ = )(React\d*\.(?:forwardRef|memo|createContext)\()/gm, '$1/* @__PURE__ */ $2'),
      map: null,
    }
  },
})
