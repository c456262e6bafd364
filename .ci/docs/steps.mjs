// Finds what a scene names, does its steps, and says what is wrong when something is not there.

const patience = 30_000

/** A failure that a writer can mend: which step, what was looked for, what is there instead. */
export class SceneError extends Error {
  constructor(scene, at, wanted, near, cause) {
    super(wanted)
    Object.assign(this, { scene, at, wanted, near, cause })
  }
}

/** A target in words: `button "Back up now" in dialog "Restore"`. */
export function told({ role, name, part, text, within, nth }) {
  const own = [
    role ?? 'the text',
    name === undefined ? '' : part ? `"…${name}…"` : `"${name}"`,
    text === undefined ? '' : role === undefined ? `"${text}"` : `that holds "${text}"`,
    nth === undefined ? '' : `(number ${nth + 1})`,
  ]
  return own.filter(Boolean).join(' ') + (within ? ` in ${told(within)}` : '')
}

const quoted = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** What finds one of several ways to say a name; a single one is looked for as it is. */
function finds(ways, part) {
  if (ways.length === 1) return part ? ways[0] : new RegExp(`^\\s*${quoted(ways[0])}\\s*$`)
  const any = ways.map(quoted).join('|')
  return new RegExp(part ? `(?:${any})` : `^\\s*(?:${any})\\s*$`)
}

/** Everything that a target could mean, in the language of the page. */
export function locateAll(page, target, translate) {
  const { role, name, part = false, text, within } = target
  const base = within ? locate(page, within, translate) : page
  if (role === undefined) return base.getByText(finds(translate(text ?? name), part))
  const found = base.getByRole(role, name === undefined ? {} : { name: finds(translate(name), part) })
  return text === undefined ? found : found.filter({ hasText: finds(translate(text), true) })
}

/** Where a target is: the first of them, unless it says which one. */
export const locate = (page, target, translate) => locateAll(page, target, translate).nth(target.nth ?? 0)

const pairs = (text) => {
  const low = text.toLowerCase()
  return new Set(Array.from({ length: Math.max(low.length - 1, 0) }, (_, at) => low.slice(at, at + 2)))
}

/** How alike two names are, from 0 to 1: the share of letter pairs that they have in common. */
function likeness(left, right) {
  const [a, b] = [pairs(left), pairs(right)]
  const common = [...a].filter((pair) => b.has(pair)).length
  return (2 * common) / Math.max(a.size + b.size, 1)
}

const entry = /^\s*- '?(\w+) "((?:[^"\\]|\\.)*)"/

/** Roles and names that are on the screen, the most alike first. */
export async function nearest(page, target, translate, most = 5) {
  const snapshot = await page
    .locator('body')
    .ariaSnapshot()
    .catch(() => '')
  const [wanted] = translate(target.name ?? target.text ?? '')
  const there = snapshot.split('\n').flatMap((line) => {
    const found = entry.exec(line)
    return found ? [{ role: found[1], name: found[2].replaceAll('\\"', '"') }] : []
  })
  const score = ({ role, name }) => likeness(name, wanted) + (role === target.role ? 0.25 : 0)
  const unique = [...new Map(there.map((one) => [`${one.role} "${one.name}"`, one]))]
  return unique
    .toSorted(([, left], [, right]) => score(right) - score(left))
    .slice(0, most)
    .map(([words]) => words)
}

/** The accessible name that the browser gives it. */
export async function accessibleName(locator, otherwise) {
  const [line = ''] = (await locator.ariaSnapshot().catch(() => '')).split('\n')
  const found = entry.exec(line)
  return found ? found[2].replaceAll('\\"', '"') : otherwise
}

async function go(page, address) {
  await page.evaluate((to) => {
    history.pushState(null, '', to)
    dispatchEvent(new PopStateEvent('popstate'))
  }, address)
  await page.locator('main[aria-busy="false"]').first().waitFor({ timeout: patience })
}

/** Takes the option of that name, or the first whose name begins so: some end in a count. */
async function chooseOption(list, name) {
  const begins = list.locator('option').filter({ hasText: new RegExp(`^${quoted(name)}`) })
  await begins.first().waitFor({ state: 'attached', timeout: patience })
  await list.selectOption({ label: (await begins.first().textContent()).trim() }, { timeout: patience })
}

/** What each kind of step does; the key of the step names it. */
const kinds = {
  go: (stage, { go: address }) => go(stage.page, address),
  press: (stage, { press }) => stage.find(press).click({ timeout: patience }),
  fill: (stage, { fill, with: text }) => stage.find(fill).fill(text, { timeout: patience }),
  check: (stage, { check }) => stage.find(check).check({ timeout: patience }),
  choose: (stage, { choose, option }) => chooseOption(stage.find(choose), stage.translate(option)[0]),
  keys: (stage, { keys }) => stage.page.keyboard.press(keys),
  see: (stage, { see }) => stage.find(see).waitFor({ timeout: patience }),
  focus: (stage, { focus }) => stage.find(focus).focus({ timeout: patience }),
  skip: (stage, { skip }) => stage.simulator().skip(skip),
  set: (stage, { set, body }) => stage.simulator().set(set, body),
}

const kindOf = (step) => Object.keys(kinds).find((key) => key in step)

const targetOf = (step) => step.press ?? step.fill ?? step.check ?? step.choose ?? step.see ?? step.focus ?? null

/** A step in words, for a report. */
const stepTold = (step) => {
  const kind = kindOf(step)
  const target = targetOf(step)
  return target ? `${kind} ${told(target)}` : `${kind} ${JSON.stringify(step[kind])}`
}

/** Does the steps one after the other; the first that fails says which one it was and what is on the screen. */
export async function perform(stage, scene, steps) {
  for (const [index, step] of steps.entries()) {
    const kind = kindOf(step)
    if (kind === undefined)
      throw new SceneError(scene, `step ${index + 1}`, `an unknown step: ${JSON.stringify(step)}`, [], null)
    try {
      await kinds[kind](stage, step)
    } catch (error) {
      const target = targetOf(step)
      const near = target ? await nearest(stage.page, target, stage.translate) : []
      throw new SceneError(scene, `step ${index + 1}`, stepTold(step), near, error)
    }
  }
}
