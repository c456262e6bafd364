// A picture is taken when the page has come to rest: nothing loads, nothing moves, and its markup stays the same.

const patience = 30_000

const restless = () =>
  document.querySelector('[aria-busy="true"]') !== null ||
  document.fonts.status === 'loading' ||
  // A list that scrolls in the elements it has puts them in order once it rests.
  Array.from(document.querySelectorAll('[data-element]')).some(
    (one) => Number(one.ariaPosInSet) < Number(one.previousElementSibling?.ariaPosInSet ?? 0),
  ) ||
  document.getAnimations().some((one) => one instanceof CSSTransition && one.playState === 'running')

/** Waits until the page is quiet and its markup was the same twice, a quarter of a second apart. */
export async function settle(page) {
  const until = Date.now() + patience
  let before = null
  for (;;) {
    const now = (await page.evaluate(restless)) ? null : await page.evaluate(() => document.body.outerHTML)
    if (now !== null && now === before) return
    if (Date.now() > until) throw new Error('the page did not come to rest')
    before = now
    await new Promise((over) => setTimeout(over, 250))
  }
}

/** Shows the page in a colour scheme, as the system would ask for it. */
export async function showIn(page, colorScheme) {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
  await page.locator(`html[data-mantine-color-scheme="${colorScheme}"]`).waitFor({ timeout: patience })
}

/** Bytes of a picture. A canvas draws later than its markup, so with one there are two in a row that are the same. */
export async function still(page, clip) {
  const shot = () => page.screenshot({ clip, animations: 'disabled', caret: 'hide', scale: 'device' })
  let before = await shot()
  if ((await page.locator('canvas').count()) === 0) return before
  for (let tries = 0; tries < 20; tries += 1) {
    const now = await shot()
    if (now.equals(before)) return now
    before = now
  }
  throw new Error('the picture did not come to rest')
}
