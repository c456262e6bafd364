// What can be read in a picture: texts and accessible names of what is inside its frame and not covered.

/** Runs in the page. */
const collect = (frame) => {
  const found = new Set()
  const tidy = (text) => text.replace(/\s+/g, ' ').trim()
  const inFrame = ({ left, top, width, height }) => {
    const [x, y] = [left + width / 2, top + height / 2]
    return width > 0 && x >= frame.x && x <= frame.x + frame.width && y >= frame.y && y <= frame.y + frame.height
  }
  const onTop = (element, rect) => {
    const there = document.elementFromPoint(rect.left + rect.width / 2, rect.top + rect.height / 2)
    return there !== null && (element.contains(there) || there.contains(element))
  }
  const add = (text) => {
    const words = tidy(text ?? '')
    if (words !== '' && words.length <= 300) found.add(words)
  }
  const named = 'button, a, label, legend, th, h1, h2, h3, h4, option, summary, [role]'
  for (const element of document.body.querySelectorAll('*')) {
    if (['SCRIPT', 'STYLE', 'NOSCRIPT'].includes(element.tagName)) continue
    const rect = element.getBoundingClientRect()
    if (!inFrame(rect) || !element.checkVisibility({ visibilityProperty: true }) || !onTop(element, rect)) continue
    const own = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim() !== '')
    if (own || element.matches(named)) add(element.innerText ?? element.textContent)
    if (own) for (const node of element.childNodes) if (node.nodeType === Node.TEXT_NODE) add(node.data)
    add(element.getAttribute('aria-label'))
    add(element.getAttribute('placeholder'))
    add(element.getAttribute('alt'))
    if (element.matches('input:not([type=checkbox], [type=radio], [type=password]), textarea')) add(element.value)
    if (element.matches('select')) add(element.selectedOptions[0]?.textContent)
    for (const id of (element.getAttribute('aria-labelledby') ?? '').split(/\s+/).filter(Boolean))
      add(document.getElementById(id)?.textContent)
  }
  return [...found]
}

/** Words in the order of the page, each once. */
export const wordsIn = (page, frame) => page.evaluate(collect, frame)
