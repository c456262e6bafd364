// The whole of it: what is taken, on what, and what becomes of it.
import path from 'node:path'

import { writeTables } from '../manual-tables.mjs'
import { folderOf, keepRecord, keptPicture, layPictures, readRecord } from './album.mjs'
import { masker } from './mask.mjs'
import { translator } from './names.mjs'
import { liveDoor, needsSimulator, readOutside } from './outside.mjs'
import { usersOf, writePages } from './pages.mjs'
import { playScenes } from './play.mjs'
import { failureTold, pagesTold, pictureChanged, takenTold, wordsChanged } from './report.mjs'
import { loadScenes, serveConsole } from './serve.mjs'
import { openBrowser, origin } from './stage.mjs'

/** Those that were asked for; a name that nobody has is an error. */
function chosen(scenes, only) {
  if (only === undefined) return scenes
  const names = only.split(',').map((name) => name.trim())
  const unknown = names.filter((name) => !scenes.some((scene) => scene.name === name))
  if (unknown.length > 0)
    throw new Error(`there is no scene ${unknown.join(', ')}: ${scenes.map((one) => one.name).join(', ')}`)
  return scenes.filter(({ name }) => names.includes(name))
}

/** What was taken against what is kept: words, callouts, and the pictures when they were taken. */
async function compare(results, { root, locale, users }) {
  const folder = folderOf(root, locale)
  const record = readRecord(folder)
  let same = true
  for (const { scene, seen } of results) {
    if (!seen) continue
    const lines = wordsChanged(record[scene.name], seen)
    for (const picture of seen.pictures) {
      const difference = path.join(root, 'test-results', 'docs')
      const line = await pictureChanged(picture, record[scene.name], keptPicture(folder, picture.name), difference)
      if (line !== null) lines.push(line)
    }
    if (lines.length === 0) continue
    same = false
    console.log(`≠ ${scene.name} (${pagesTold(users, scene.name)})\n${lines.map((line) => `    ${line}`).join('\n')}`)
  }
  return same
}

export async function run({ root, say, executable, only, locale, check, words, scenes: file, live, out }) {
  const own = await loadScenes()
  const outside = file === undefined ? null : await readOutside(file)
  const scenes = chosen(outside?.scenes ?? own.scenes, only)
  if (live !== undefined && scenes.some(needsSimulator)) throw new Error('steps "skip" and "set" need the simulator')
  const users = usersOf(root)
  const site = live === undefined ? await serveConsole() : null
  const browser = await openBrowser(executable, site?.port ?? null)
  const settings = {
    baseURL: origin,
    locale,
    now: live === undefined ? own.helpers.startOfTest : null,
    translate: translator(path.join(root, 'src', 'texts', 'messages'), locale),
    helpers: own.helpers,
    wordsOnly: words,
    ...(live !== undefined && { ...liveDoor(live), prepare: masker(outside.mask) }),
  }
  try {
    const folder = outside ? (out ?? outside.folder) : folderOf(root, locale)
    const results = await playScenes(browser, scenes, settings, (scene, ms, seen, why) => {
      console.log(why ? failureTold(users, why) : takenTold(scene, ms, seen))
      if (seen && !check) layPictures(folder, seen)
    })
    const failed = results.filter(({ error }) => error).length
    if (failed > 0) say(`${failed} of ${results.length} scenes failed`)
    // Scenes from outside leave pictures and nothing else: what was read may be somebody's names.
    if (outside) {
      if (!check) say(`the pictures lie in ${folder}`)
      return failed === 0
    }
    if (check) return (await compare(results, { root, locale, users })) && failed === 0
    const record = await keepRecord(folder, results, { whole: only === undefined && failed === 0 })
    say(`the pictures lie in ${path.relative(root, folder)}`)
    if (locale === 'en') await writeManual(root, record, say)
    return failed === 0
  } finally {
    await browser.close()
    await site?.stop()
  }
}

/** Pictures and tables of the manual, between their markers. */
async function writeManual(root, record, say) {
  const { changed, unknown } = writePages(root, record)
  const tables = await writeTables()
  for (const page of [...changed, ...tables.map((name) => `docs/manual/${name}`)]) say(`written: ${page}`)
  for (const { page, name } of unknown) say(`${page} asks for a scene that nobody made: ${name}`)
}
