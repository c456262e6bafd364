// Numbered discs beside what they mark. Where a disc goes is worked out in the page: at a corner or a side of the control,
// wherever it covers no words, no icon and no other disc, and would not be taken for the number of something else.

/** Runs in the page. Draws into the top layer, so that dialogs do not hide it; answers the discs that cover words. */
const draw = ({ marks, frame, dark }) => {
  const radius = 12
  const touches = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
  const shared = (a, b) =>
    touches(a, b)
      ? (Math.min(a.right, b.right) - Math.max(a.left, b.left)) *
        (Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top))
      : 0
  const within = ([x, y], box) =>
    x > box.x - radius && x < box.x + box.width + radius && y > box.y - radius && y < box.y + box.height + radius
  const edge = { left: frame.x, top: frame.y, right: frame.x + frame.width, bottom: frame.y + frame.height }
  const words = []
  /** What a dialog lies over is not read, so a disc may be there. */
  const seen = (element, rect) => {
    const top = document.elementFromPoint(rect.left + rect.width / 2, rect.top + rect.height / 2)
    return top !== null && (element.contains(top) || top.contains(element))
  }
  const add = (element, rect) => {
    if (rect.width > 1 && touches(rect, edge) && seen(element, rect)) words.push(rect)
  }
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const node = walker.currentNode
    if (!node.data.trim() || !node.parentElement) continue
    const range = document.createRange()
    range.selectNodeContents(node)
    for (const rect of range.getClientRects()) add(node.parentElement, rect)
  }
  for (const one of document.querySelectorAll('svg, input, textarea, select')) add(one, one.getBoundingClientRect())
  const layer = document.createElement('div')
  layer.id = 'scene-callouts'
  layer.popover = 'manual'
  const styled = (element, rules) => Object.assign(element.style, rules)
  styled(layer, {
    position: 'fixed',
    inset: '0',
    width: '100vw',
    height: '100vh',
    margin: '0',
    padding: '0',
    border: '0',
    background: 'none',
    overflow: 'hidden',
    pointerEvents: 'none',
    maxWidth: 'none',
    maxHeight: 'none',
  })
  const placed = []
  const covered = []
  for (const { number, box } of marks) {
    const [left, top, right, bottom] = [box.x, box.y, box.x + box.width, box.y + box.height]
    const [middleX, middleY] = [(left + right) / 2, (top + bottom) / 2]
    const gap = radius + 3
    // In the order of liking: the corners on the edge, then clear of the control, then along its sides.
    const candidates = [
      [left, top],
      [right, top],
      [left, bottom],
      [right, bottom],
      [left - gap, middleY],
      [right + gap, middleY],
      [middleX, top - gap],
      [middleX, bottom + gap],
      [left - gap, top - gap],
      [right + gap, top - gap],
      [left - gap, bottom + gap],
      [right + gap, bottom + gap],
      [left - gap, top + radius],
      [right + gap, top + radius],
      [right - gap, top],
      [left + gap, top],
      [right - gap, bottom],
      [left + gap, bottom],
      [right - gap, top + gap],
      [right - gap, bottom - gap],
      [right - gap, middleY],
      [middleX, bottom - gap],
    ]
    const cost = ([x, y], liking) => {
      const disc = { left: x - radius - 1, top: y - radius - 1, right: x + radius + 1, bottom: y + radius + 1 }
      const outside =
        disc.left < edge.left || disc.top < edge.top || disc.right > edge.right || disc.bottom > edge.bottom
      const over = words.reduce((sum, one) => sum + shared(disc, one), 0)
      const others = placed.reduce((sum, one) => sum + shared(disc, one), 0)
      const foreign = marks.some((one) => one.number !== number && within([x, y], one.box) && !within([x, y], box))
      const sum = over * 20 + others * 50 + (outside ? 1e5 : 0) + (foreign ? 800 : 0) + liking
      return { point: [x, y], disc, over, sum }
    }
    const best = candidates.map(cost).toSorted((a, b) => a.sum - b.sum)[0]
    placed.push(best.disc)
    // The line of a text is higher than its letters: a rim of it may be covered.
    if (best.over > 60) covered.push(number)
    const ring = document.createElement('span')
    styled(ring, {
      position: 'absolute',
      left: `${left - 3}px`,
      top: `${top - 3}px`,
      width: `${right - left + 6}px`,
      height: `${bottom - top + 6}px`,
      border: `2px solid ${dark ? '#ff8ac2' : '#b0105f'}`,
      borderRadius: '8px',
      boxSizing: 'border-box',
    })
    const disc = document.createElement('span')
    disc.textContent = String(number)
    styled(disc, {
      position: 'absolute',
      left: `${best.point[0] - radius}px`,
      top: `${best.point[1] - radius}px`,
      width: `${radius * 2}px`,
      height: `${radius * 2}px`,
      borderRadius: '50%',
      boxSizing: 'border-box',
      background: dark ? '#ff8ac2' : '#b0105f',
      color: dark ? '#2a0617' : '#ffffff',
      boxShadow: `0 0 0 2px ${dark ? '#12191e' : '#ffffff'}`,
      textAlign: 'center',
      font: '700 13px/24px Scene, sans-serif',
      fontVariantNumeric: 'tabular-nums',
    })
    layer.append(ring, disc)
  }
  document.documentElement.append(layer)
  layer.showPopover()
  return covered
}

/** Draws them; answers the numbers whose disc found no place clear of words. */
export const drawCallouts = (page, marks, frame, scheme) =>
  marks.length === 0 ? [] : page.evaluate(draw, { marks, frame, dark: scheme === 'dark' })

export const clearCallouts = (page) => page.evaluate(() => document.getElementById('scene-callouts')?.remove())
