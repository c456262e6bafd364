import { MantineProvider } from '@mantine/core'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'

import { cssVariables, theme } from './theme'

const written = (line: string): string => (line.length > 115 ? line.replace(': ', ':\n    ') : line)

/** What Mantine would say of the theme at run time, in the form of our files. */
function sheetOfTheme(): string {
  const page = renderToStaticMarkup(
    createElement(MantineProvider, { theme, cssVariablesResolver: cssVariables, withGlobalClasses: false }, null),
  )
  const rules = page.replaceAll(/<[^>]*>/g, '').matchAll(/([^{}]+)\{([^{}]*)\}/g)
  const sheet = Array.from(rules, ([, selectors = '', body = '']) => {
    const lines = body.split(';').filter((line) => line !== '')
    return `${selectors.trim().replace(', ', ',\n')} {\n${lines.map((line) => `  ${written(line)};\n`).join('')}}\n`
  }).join('\n')
  return `/* The variables of theme.ts, which theme.test.ts writes: a page that made them itself would take its time. */\n${sheet.replaceAll('"', "'")}`
}

test('the sheet of the theme says what the theme says', async () => {
  await expect(sheetOfTheme(), 'after a change: npx vitest run src/ui/theme.test.ts -u').toMatchFileSnapshot(
    'theme.css',
  )
})
