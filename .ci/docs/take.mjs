import { clearCallouts, drawCallouts } from './callouts.mjs'
// Takes the pictures of one scene: light, dark, and on a phone where the scene asks for it.
import { calloutsOf, frameOf } from './frame.mjs'
import { small } from './ink.mjs'
import { settle, showIn, still } from './settle.mjs'
import { phoneSize, sizeOf } from './stage.mjs'
import { perform } from './steps.mjs'
import { wordsIn } from './words.mjs'

const simulatorChip = { role: 'button', name: 'Simulator', part: true }

/** What only the simulator shows is no part of the console. It comes a moment after the page. */
async function hideSimulator(stage, scene) {
  if (!stage.simulated || stage.chipHidden || scene.as === 'nobody') return
  const chip = stage.find(simulatorChip)
  await chip.waitFor({ timeout: 30_000 })
  await chip.evaluate((element) => element.style.setProperty('display', 'none'))
  // The header stays for the whole visit.
  stage.chipHidden = true
}

async function picture(stage, scene, name, { scheme, size, strict, prepare }) {
  const { page } = stage
  await showIn(page, scheme)
  await settle(page)
  await prepare(stage)
  const frame = await frameOf(stage, scene, size)
  const marks = await calloutsOf(stage, scene, { strict })
  const covered = await drawCallouts(page, marks, frame, scheme)
  const bytes = await small(await still(page, frame))
  await clearCallouts(page)
  return { name, bytes, width: frame.width, height: frame.height, covered }
}

/** Goes to the scene, does its steps, and answers what was seen: pictures, callouts, words. */
export async function takeScene(stage, scene, { wordsOnly = false, prepare = () => null } = {}) {
  const { page } = stage
  const size = sizeOf(scene)
  await page.setViewportSize(size)
  await page.mouse.move(0, 0)
  await showIn(page, 'light')
  const arrive = scene.as === 'nobody' ? [] : [{ go: scene.at }]
  await perform(stage, scene, arrive)
  await perform(stage, scene, scene.steps ?? [])
  await page.mouse.move(0, 0)
  await hideSimulator(stage, scene)
  await settle(page)

  const frame = await frameOf(stage, scene, size)
  // A window that grew shows more, and that may have to be read first.
  if (page.viewportSize().height !== size.height) await settle(page)
  const callouts = (await calloutsOf(stage, scene, { strict: true })).map(({ name }) => name)
  const words = await wordsIn(page, await frameOf(stage, scene, size))
  const seen = { title: scene.title, callouts, words }
  if (wordsOnly) return { ...seen, pictures: [], frame }

  const options = { size, strict: true, prepare }
  const light = await picture(stage, scene, `${scene.name}.png`, { ...options, scheme: 'light' })
  const dark = await picture(stage, scene, `${scene.name}-dark.png`, { ...options, scheme: 'dark' })
  if (scene.phone === undefined) return { ...seen, pictures: [light, dark] }
  await page.setViewportSize(phoneSize)
  const { frame: framed, ...rest } = scene
  const onPhone = scene.phone === 'frame' ? { ...rest, frame: framed } : rest
  const phone = await picture(stage, onPhone, `${scene.name}-phone.png`, {
    ...options,
    scheme: 'light',
    size: phoneSize,
    strict: false,
  })
  return { ...seen, pictures: [light, dark, phone] }
}
