import { openStage } from './stage.mjs'
// Plays scenes: those of one person on one platform in one visit, those that change the world in visits of their own.
import { SceneError } from './steps.mjs'
import { takeScene } from './take.mjs'

const visitOf = ({ name, as, platform = 'abiquo', own }) => `${platform} ${as}${own ? ` ${name}` : ''}`

/** Takes every scene; `told` hears of each as it ends. A scene that fails does not stop the others. */
export async function playScenes(browser, scenes, settings, told) {
  const visits = grouped(scenes)
  const results = []
  for (const group of visits.values()) {
    let stage = null
    for (const scene of group) {
      const begun = Date.now()
      try {
        stage ??= await openStage(browser, scene, settings)
        const seen = await takeScene(stage, scene, settings)
        results.push({ scene, seen })
        told(scene, Date.now() - begun, seen, null)
      } catch (error) {
        const why = error instanceof SceneError ? error : new SceneError(scene, 'taking it', error.message, [], error)
        results.push({ scene, error: why })
        told(scene, Date.now() - begun, null, why)
        // What it left behind is nobody's world.
        await stage?.close().catch(() => null)
        stage = null
      }
    }
    await stage?.close().catch(() => null)
  }
  return results
}

function grouped(scenes) {
  const visits = new Map()
  for (const scene of scenes) visits.set(visitOf(scene), [...(visits.get(visitOf(scene)) ?? []), scene])
  return visits
}
