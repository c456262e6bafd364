// One browser for all scenes, and a visit for each person and platform: signed in once, its clock stopped, with fonts of
// its own, so that a picture is the same in every run on the same machine.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

import { locate, locateAll, perform } from './steps.mjs'

const need = createRequire(import.meta.url)
const { chromium } = need('@playwright/test')

/** The console of the pictures lives at one address, whichever port serves it: requests show it. */
export const origin = 'http://console.localhost'

const standardSize = { width: 1280, height: 800 }
export const phoneSize = { width: 390, height: 844 }

const fontOf = (name) => readFileSync(need.resolve(name)).toString('base64')

/** Fonts that are the same everywhere, for the pictures alone: the console itself takes those of the system. */
const faces = () => [
  ['Scene', fontOf('@fontsource-variable/inter/files/inter-latin-wght-normal.woff2')],
  ['Scene further', fontOf('@fontsource-variable/inter/files/inter-latin-ext-wght-normal.woff2')],
  ['Scene mono', fontOf('@fontsource-variable/jetbrains-mono/files/jetbrains-mono-latin-wght-normal.woff2')],
]

const sheet = `
:root {
  --mantine-font-family: Scene, 'Scene further', sans-serif !important;
  --mantine-font-family-headings: Scene, 'Scene further', sans-serif !important;
  --mantine-font-family-monospace: 'Scene mono', monospace !important;
}
body { font-family: var(--mantine-font-family) !important }
`

/** In the page, before its own scripts: the fonts are there before anything is drawn, since a chart draws only once. */
const dress = ({ fonts, text }) => {
  for (const [family, data] of fonts) {
    const face = new FontFace(
      family,
      Uint8Array.from(atob(data), (one) => one.charCodeAt(0)),
      { weight: '100 900' },
    )
    document.fonts.add(face)
    void face.load()
  }
  const put = () => {
    const style = document.createElement('style')
    style.textContent = text
    document.documentElement.append(style)
  }
  if (document.documentElement) put()
  else new MutationObserver((_, seen) => (seen.disconnect(), put())).observe(document, { childList: true })
}

const label = (name) => ({ role: 'textbox', name })
const enter = { press: { role: 'button', name: 'Sign in' } }
const inside = { see: { role: 'navigation' } }

/** What each platform asks for at the door of the simulator. */
const doors = {
  abiquo: (who) => [{ fill: label('User name'), with: who }, { fill: label('Password'), with: who }, enter, inside],
  opennebula: (who) => [{ press: { role: 'button', name: 'OpenNebula' } }, ...doors.abiquo(who)],
  cloudcix: (who) => [
    { press: { role: 'button', name: 'CloudCIX' } },
    { fill: label('E-mail'), with: who },
    { fill: label('Password'), with: who.split('@')[0] },
    { fill: label('API key'), with: 'SIMULATED-KEY' },
    enter,
    inside,
  ],
}

export async function openBrowser(executablePath, port) {
  const flags = [
    '--no-sandbox',
    '--disable-gpu',
    '--no-first-run',
    '--font-render-hinting=none',
    '--force-color-profile=srgb',
    ...(port === null ? [] : [`--host-resolver-rules=MAP console.localhost:80 127.0.0.1:${port}`]),
  ]
  return chromium.launch({ executablePath, args: flags })
}

/** A window with what all scenes share; `now` stops its clock, null leaves it alone. */
async function openPage(browser, { baseURL, locale, now }) {
  const context = await browser.newContext({
    baseURL,
    locale: locale === 'en' ? 'en-GB' : locale,
    timezoneId: 'Europe/Madrid',
    viewport: standardSize,
    deviceScaleFactor: 2,
    reducedMotion: 'reduce',
    // The fonts above are no part of the console, and its policies would keep them out.
    bypassCSP: true,
  })
  await context.addInitScript(dress, { fonts: faces(), text: sheet })
  const page = await context.newPage()
  if (now !== null) await page.clock.setFixedTime(now)
  return page
}

/** Opens the console and signs in, by the steps of a scene; `helpers` are those of the browser tests. */
export async function openStage(browser, scene, { baseURL, locale, now, translate, helpers, steps }) {
  const page = await openPage(browser, { baseURL, locale, now })
  const stage = {
    page,
    simulated: now !== null,
    translate,
    find: (target) => locate(page, target, translate),
    findAll: (target) => locateAll(page, target, translate),
    simulator: () => helpers.simulatorOf(page),
    close: () => page.context().close(),
  }
  await page.goto(scene.as === 'nobody' ? scene.at : '/')
  const door = scene.as === 'nobody' ? [] : (steps ?? doors[scene.platform ?? 'abiquo'](scene.as))
  await perform(stage, { ...scene, name: `${scene.name} (signing in)` }, door)
  return stage
}

export const sizeOf = ({ size = standardSize }) => size
