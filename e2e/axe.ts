import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'

import type { Page } from '@playwright/test'
import type { AxeResults } from 'axe-core'

import { expect, test } from './test'

const axeText = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

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

/**
 * The properties that are on their way from one value to another. There are none for whoever asked for less motion, as the
 * stories do; a colour on its way would be nobody's contrast. To wait for the end would be to wait for ever: in a part of
 * the page that is closed, the browser begins a transition and never goes on with it.
 */
const underWay = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    document
      .getAnimations()
      .filter((one) => one instanceof CSSTransition)
      .map((one) => one.transitionProperty),
  )

type RunOnly = { readonly type: 'tag' | 'rule'; readonly values: readonly string[] }

/**
 * Only violations are told: finding names for all that is well takes half of the time. Looked at from the top of the page:
 * what has scrolled half behind its head would count as too small.
 */
async function violationsOf(page: Page, runOnly: RunOnly): Promise<readonly string[]> {
  expect(await underWay(page), 'transitions for whoever asked for less motion').toEqual([])
  await load(page)
  // Style sheets of its own making are what the page's policies forbid, and no rule here needs them.
  const options = { runOnly, resultTypes: ['violations'], preload: false }
  const found = await page.evaluate(async (given) => {
    const from = scrollY
    scrollTo(0, 0)
    const results = await window.axe.run(document, given)
    scrollTo(0, from)
    return results
  }, options)
  return told(found)
}

/** No violation of WCAG 2.2 AA, or of what is good practice beside it, on what the page shows now, in its colour scheme. */
export async function expectAccessible(page: Page): Promise<void> {
  expect(await violationsOf(page, { type: 'tag', values: tags })).toEqual([])
}

/** Links and buttons by themselves that are less than 24 px high or wide, with what reaches beyond their box (WCAG 2.5.8). */
const smallTargets = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    Array.from(document.querySelectorAll<HTMLElement>('a[href], button, summary, select'))
      .filter((one) => one.checkVisibility({ visibilityProperty: true }) && one.getBoundingClientRect().width > 1)
      .filter(
        (one) =>
          getComputedStyle(one).display !== 'inline' ||
          Array.from(one.parentNode?.childNodes ?? []).every(
            (beside) => beside.nodeType !== Node.TEXT_NODE || beside.textContent?.trim() === '',
          ),
      )
      .filter((one) => {
        const { width, height } = one.getBoundingClientRect()
        const beyond = getComputedStyle(one, '::after')
        const reach = beyond.position === 'absolute' ? beyond : { width: '0', height: '0' }
        return (
          Math.max(width, parseFloat(reach.width) || 0) < 24 || Math.max(height, parseFloat(reach.height) || 0) < 24
        )
      })
      .map((one) => `${one.tagName.toLowerCase()} ${one.textContent.trim().slice(0, 40)}`),
  )

/** Whoever points with a finger hits what is there, on a phone and on a wide screen. */
export async function expectTargets(page: Page, what = page.url()): Promise<void> {
  const size = page.viewportSize()
  await expect.poll(() => smallTargets(page), `${what}: small targets`).toEqual([])
  await page.setViewportSize({ width: 390, height: 844 })
  await expect.poll(() => smallTargets(page), `${what}: small targets at 390 px`).toEqual([])
  if (size) await page.setViewportSize(size)
}

/** What a reader may set without losing anything (WCAG 1.4.12). */
const spacing = '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }'

/** What sticks out of the page at its sides, where nothing around it scrolls. */
const stickingOut = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    document.documentElement.scrollWidth <= innerWidth
      ? []
      : Array.from(document.body.querySelectorAll('*'))
          .filter((one) => one.getBoundingClientRect().right > innerWidth + 1)
          .map((one) => `${one.tagName.toLowerCase()}.${one.className} ${one.textContent.slice(0, 40)}`)
          .slice(-5),
  )

/** At 320 px, and there with wide spacing too, the page does not scroll sideways (WCAG 1.4.10, 1.4.12). */
export async function expectReflow(page: Page, what = page.url()): Promise<void> {
  const size = page.viewportSize()
  await page.setViewportSize({ width: 320, height: 800 })
  await expect.poll(() => stickingOut(page), `${what} at 320 px`).toEqual([])
  const sheet = await page.evaluateHandle((text) => {
    const made = new CSSStyleSheet()
    made.replaceSync(text)
    document.adoptedStyleSheets.push(made)
    return made
  }, spacing)
  await expect.poll(() => stickingOut(page), `${what} at 320 px with wide spacing`).toEqual([])
  await sheet.evaluate((made) => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== made)
  })
  await sheet.dispose()
  if (size) await page.setViewportSize(size)
}

type Scheme = 'light' | 'dark'

/** Turns to a colour scheme; the page follows the system's a moment later. */
async function show(page: Page, colorScheme: Scheme): Promise<void> {
  await page.emulateMedia({ colorScheme })
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme)
}

/** The same in this colour scheme, in which the page stays. */
export async function expectAccessibleIn(page: Page, scheme: Scheme): Promise<void> {
  await show(page, scheme)
  await expectAccessible(page)
}

/** The rules of these levels that a colour can break. */
const ofColours: RunOnly = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] }

const markup = (page: Page): Promise<string> => page.evaluate(() => document.body.outerHTML)

/** The same in both colour schemes; in dark is how the page stays. */
export async function expectAccessibleInBoth(page: Page, what = page.url()): Promise<void> {
  await show(page, 'light')
  const looked = await markup(page)
  await test.step(`${what}, light`, () => expectAccessible(page))
  await show(page, 'dark')
  await test.step(`${what}, dark`, async () => {
    // Of one and the same page, a scheme changes the colours and nothing else.
    if ((await markup(page)) === looked) expect(await violationsOf(page, ofColours)).toEqual([])
    else await expectAccessible(page)
  })
}
