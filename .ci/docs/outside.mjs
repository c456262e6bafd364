// Scenes from outside the repository, against the simulator or a live platform.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

/** A list of scenes, or an object with `scenes` and what is to be masked. */
const readModule = async (file) => {
  if (file.endsWith('.json')) return JSON.parse(readFileSync(file, 'utf8'))
  const module = await import(pathToFileURL(file).href)
  return module.default ?? { scenes: module.scenes, mask: module.mask }
}

const problemOf = (scene, at) => {
  if (typeof scene?.name !== 'string' || !/^[a-z0-9-]+$/.test(scene.name))
    return `scene ${at + 1} has no name like "my-list"`
  if (typeof scene.title !== 'string') return `${scene.name} has no title`
  if (typeof scene.at !== 'string' || !scene.at.startsWith('/'))
    return `${scene.name} has no address like "/vms" in "at"`
  return null
}

export async function readOutside(name) {
  const file = path.resolve(name)
  const told = await readModule(file)
  const scenes = Array.isArray(told) ? told : told.scenes
  if (!Array.isArray(scenes)) throw new Error(`${name} holds no list of scenes`)
  const problem = scenes.map(problemOf).find((one) => one !== null)
  if (problem) throw new Error(`${name}: ${problem}`)
  const complete = scenes.map((scene) => Object.assign({ as: 'operator' }, scene))
  return { scenes: complete, mask: told.mask ?? {}, folder: path.join(path.dirname(file), 'pictures') }
}

const fromEnvironment = (name) => {
  const value = process.env[name]
  if (!value) throw new Error(`--live signs in with HOLDFAST_USER and HOLDFAST_PASSWORD; ${name} is not set`)
  return value
}

/** Signing in to a live platform: what is asked for comes from the environment and is told to nobody. */
export function liveDoor(address) {
  const code = process.env.HOLDFAST_CODE
  const key = process.env.HOLDFAST_API_KEY
  const enter = { press: { role: 'button', name: 'Sign in' } }
  const cloudcix = key !== undefined
  return {
    baseURL: address.replace(/\/+$/, ''),
    steps: [
      { fill: { role: 'textbox', name: cloudcix ? 'E-mail' : 'User name' }, with: fromEnvironment('HOLDFAST_USER') },
      { fill: { role: 'textbox', name: 'Password' }, with: fromEnvironment('HOLDFAST_PASSWORD') },
      ...(cloudcix ? [{ fill: { role: 'textbox', name: 'API key' }, with: key }] : []),
      enter,
      ...(code ? [{ fill: { role: 'textbox', name: 'One-time code' }, with: code }, enter] : []),
      { see: { role: 'navigation' } },
    ],
  }
}

/** Steps that only a simulator can do. */
export const needsSimulator = (scene) => (scene.steps ?? []).some((step) => 'skip' in step || 'set' in step)
