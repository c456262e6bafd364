// Names and addresses of a live platform are replaced in the page before its picture is taken: the same name by the same
// stand-in everywhere, so that the picture still makes sense.

/** What is always masked, wherever it stands. Kept as text, since it goes into the page. */
const patterns = [
  ['uuid', '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'],
  ['e-mail', '[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+'],
  ['ip', '\\b\\d{1,3}(?:\\.\\d{1,3}){3}\\b'],
  ['ip', '\\b(?:[0-9a-f]{1,4}:){4,7}[0-9a-f]{1,4}\\b'],
  ['host', '\\b(?:[a-z0-9-]+\\.)+(?:com|net|org|io|cloud|local|internal|lan|corp|example|[a-z]{2})\\b(?::\\d+)?'],
]

/** Runs in the page: replaces, and answers how many places were touched. */
const replace = ({ patterns: known, names, memory }) => {
  const made = new Map(memory)
  const counts = new Map()
  for (const alias of made.values()) {
    const [, kind, number] = /^(.+)-(\d+)$/.exec(alias) ?? []
    if (kind) counts.set(kind, Math.max(counts.get(kind) ?? 0, Number(number)))
  }
  const aliases = new Set(made.values())
  const standIn = (kind, text) => {
    if (aliases.has(text)) return text
    if (!made.has(text)) {
      counts.set(kind, (counts.get(kind) ?? 0) + 1)
      const alias = `${kind}-${String(counts.get(kind)).padStart(2, '0')}`
      made.set(text, alias)
      aliases.add(alias)
    }
    return made.get(text)
  }
  for (const [kind, text] of names) standIn(kind, text)
  const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const longest = [...made.keys()].toSorted((a, b) => b.length - a.length)
  const masked = (text) => {
    let now = text
    for (const one of longest) now = now.replace(new RegExp(`(?<![\\w-])${escaped(one)}(?![\\w-])`, 'g'), made.get(one))
    for (const [kind, source] of known) now = now.replace(new RegExp(source, 'gi'), (found) => standIn(kind, found))
    return now
  }
  let touched = 0
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const node = walker.currentNode
    const now = masked(node.data)
    if (now !== node.data) touched += ((node.data = now), 1)
  }
  for (const element of document.querySelectorAll('input, textarea, [aria-label], [title], [placeholder], option')) {
    for (const name of ['aria-label', 'title', 'placeholder', 'label']) {
      const text = element.getAttribute(name)
      if (text !== null && masked(text) !== text) touched += (element.setAttribute(name, masked(text)), 1)
    }
    if (typeof element.value === 'string' && element.matches('input:not([type=checkbox], [type=radio]), textarea')) {
      const now = masked(element.value)
      if (now !== element.value) touched += ((element.value = now), 1)
    }
  }
  return { touched, memory: [...made] }
}

/** Texts of what is masked by what it is: links to VMs, tenants and policies, the account, and what the scenes name. */
async function namesOn(stage, { targets = [], words = {} }) {
  const { page } = stage
  const ofLinks = async (kind, prefix) =>
    (await page.locator(`a[href^="${prefix}"]`).allInnerTexts()).map((text) => [kind, text.trim()])
  const ofTargets = await Promise.all(
    targets.map(async ({ kind, ...target }) =>
      (await stage.findAll(target).allInnerTexts()).map((text) => [kind, text.trim()]),
    ),
  )
  const account = await page.getByRole('banner').getByRole('button').allInnerTexts()
  return [
    ...(await ofLinks('vm', '/vms/')).filter(([, text]) => /[\d-]/.test(text)),
    ...(await ofLinks('tenant', '/tenants/')),
    ...(await ofLinks('datacenter', '/infrastructure/')).filter(([, text]) => !text.includes('\n')),
    ...(await page.getByRole('heading', { level: 1 }).allInnerTexts())
      .filter((text) => /[\d-]/.test(text))
      .map((text) => ['vm', text.trim()]),
    ...account.map((text) => [
      'user',
      text
        .split('\n')
        .at(-1)
        ?.replace(/^Account of /, '')
        .trim() ?? '',
    ]),
    ...ofTargets.flat(),
    ...Object.entries(words).flatMap(([kind, list]) => list.map((word) => [kind, word])),
  ].filter(([, text]) => text.length > 1 && text.length < 80)
}

/** Answers what to do to a page before each picture. The stand-ins stay the same over all scenes. */
export function masker(mask) {
  let memory = []
  return async (stage) => {
    for (let round = 0; round < 5; round += 1) {
      const names = round === 0 ? await namesOn(stage, mask) : []
      const done = await stage.page.evaluate(replace, { patterns, names, memory })
      memory = done.memory
      if (done.touched === 0) return
    }
    throw new Error('names came back as fast as they were masked; the picture was not taken')
  }
}
