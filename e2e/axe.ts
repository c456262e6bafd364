import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'

import type { Page } from '@playwright/test'
import type { AxeResults } from 'axe-core'

import { expect, inTurn, test } from './test'

const axeText = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** What a violation looks like in a failed test: the rule, its help, and where. */
const told = (results: AxeResults): readonly string[] =>
  results.violations.map(
    ({ id, help, nodes }) => `${id}: ${help} (${nodes.map((node) => node.target.join(' ')).join('; ')})`,
  )

/** By the browser's own tools: a script in the page is what its policies forbid. */
async function load(page: Page): Promise<void> {
  if (await page.evaluate(() => 'axe' in window)) return
  const tools = await page.context().newCDPSession(page)
  await tools.send('Runtime.evaluate', { expression: await axeText })
  await tools.detach()
}

declare global {
  interface Window {
    axe: { run: (context: Document, options: object) => Promise<AxeResults> }
  }
}

/** No violation of WCAG 2.2 AA on what the page shows now, in the colour scheme it has now. */
export async function expectAccessible(page: Page): Promise<void> {
  // Colours on their way from one state to another are nobody's contrast.
  await page.waitForFunction(() => !document.getAnimations().some((one) => one instanceof CSSTransition))
  await load(page)
  const results = await page.evaluate((values) => window.axe.run(document, { runOnly: { type: 'tag', values } }), tags)
  expect(told(results)).toEqual([])
}

/** The same in both colour schemes; in dark is how the page stays. */
export function expectAccessibleInBoth(page: Page, what = page.url()): Promise<void> {
  return inTurn(['light', 'dark'] as const, (colorScheme) =>
    test.step(`${what}, ${colorScheme}`, async () => {
      await page.emulateMedia({ colorScheme })
      await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme)
      await expectAccessible(page)
    }),
  )
}
