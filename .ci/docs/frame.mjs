// Which part of the window a picture shows, in CSS pixels.
import { accessibleName, nearest, SceneError, told } from './steps.mjs'

const boxOf = async (stage, scene, target, what) => {
  const found = stage.find(target)
  try {
    await found.waitFor({ timeout: 15_000 })
  } catch (error) {
    throw new SceneError(scene, what, told(target), await nearest(stage.page, target, stage.translate), error)
  }
  return found
}

const union = (boxes) => {
  const left = Math.min(...boxes.map((box) => box.x))
  const top = Math.min(...boxes.map((box) => box.y))
  const right = Math.max(...boxes.map((box) => box.x + box.width))
  const bottom = Math.max(...boxes.map((box) => box.y + box.height))
  return { x: left, y: top, width: right - left, height: bottom - top }
}

/** The box around the frame's targets with its margin, whole pixels, within the window. */
async function measured(stage, scene) {
  const { around, margin = 16, height = Infinity } = scene.frame
  const found = await Promise.all(around.map((target) => boxOf(stage, scene, target, 'the frame')))
  const boxes = (await Promise.all(found.map((one) => one.boundingBox()))).filter(Boolean)
  const box = union(boxes)
  const scrolled = await stage.page.evaluate(() => scrollY)
  const x = Math.max(0, Math.floor(box.x - margin))
  const y = Math.floor(box.y - margin)
  const right = Math.ceil(box.x + box.width + margin)
  const bottom = Math.ceil(box.y + Math.min(box.height, height) + margin)
  return { x, y, width: right - x, height: bottom - y, scrolled }
}

/** Makes the window high enough for the whole frame, brings it into view, and answers where it is. */
export async function frameOf(stage, scene, size) {
  const { page } = stage
  if (scene.frame === undefined) return { x: 0, y: 0, ...size }
  const first = await measured(stage, scene)
  const needed = first.y + first.scrolled + first.height
  // A page that was scrolled has its own header over what the picture shows.
  if (first.scrolled > 0 || first.y < 0 || first.y + first.height > size.height) {
    await page.setViewportSize({ width: size.width, height: Math.max(size.height, Math.ceil(needed)) })
    await page.evaluate(() => scrollTo(0, 0))
  }
  const box = await measured(stage, scene)
  const view = page.viewportSize()
  const y = Math.max(0, box.y)
  return {
    x: box.x,
    y,
    width: Math.min(box.width, view.width - box.x),
    height: Math.min(box.y + box.height, view.height) - y,
  }
}

/** Runs in the page: a choice with its label, a text as wide as its words, all else as it is. */
const markedBox = (element) => {
  const boxes = [element.getBoundingClientRect()]
  if (element.matches('input[type=checkbox], input[type=radio]'))
    boxes.push(...[...element.labels].map((label) => label.getBoundingClientRect()))
  else if (!element.matches('a, button, input, textarea, select, [role], nav, section')) {
    const range = document.createRange()
    range.selectNodeContents(element)
    boxes.splice(0, 1, range.getBoundingClientRect())
  }
  const shown = boxes.filter(({ width, height }) => width > 1 && height > 1)
  const [left, top] = [Math.min(...shown.map((one) => one.left)), Math.min(...shown.map((one) => one.top))]
  const [right, bottom] = [Math.max(...shown.map((one) => one.right)), Math.max(...shown.map((one) => one.bottom))]
  return { x: left, y: top, width: right - left, height: bottom - top }
}

/** Where each callout is, and its accessible name; on a phone those that are not shown there are left out. */
export async function calloutsOf(stage, scene, { strict }) {
  const all = await Promise.all(
    (scene.callouts ?? []).map(async (target, index) => {
      if (!strict && !(await stage.find(target).isVisible())) return null
      const found = await boxOf(stage, scene, target, `callout ${index + 1}`)
      const box = await found.evaluate(markedBox)
      const name = await accessibleName(found, stage.translate(target.name ?? target.text ?? '')[0])
      return { number: index + 1, name, box }
    }),
  )
  return all.filter((one) => one !== null && Number.isFinite(one.box.width))
}
