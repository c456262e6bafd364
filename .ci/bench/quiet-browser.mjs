// A browser that is told little: a tool that listens to a page has all of its scripts read a second time when the first
// error object is made, and each answer decoded twice. Nobody who uses the console pays for that.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

/** Speaks the browser's protocol through a pipe: `send` gives the answer of a command. */
function speakTo(child) {
  const [, , , toBrowser, fromBrowser] = child.stdio
  const waiting = new Map()
  let heard = ''
  let last = 0
  fromBrowser.on('data', (text) => {
    heard += text
    const messages = heard.split('\0')
    heard = messages.pop()
    for (const { id, result, error } of messages.map((message) => JSON.parse(message))) {
      const { done, failed } = waiting.get(id) ?? {}
      waiting.delete(id)
      if (error) failed?.(new Error(error.message))
      else done?.(result)
    }
  })
  return (method, params = {}, sessionId) =>
    new Promise((done, failed) => {
      last += 1
      waiting.set(last, { done, failed })
      toBrowser.write(`${JSON.stringify({ id: last, method, params, sessionId })}\0`)
    })
}

/**
 * @param {string} executable
 * @param {string[]} args
 */
export async function launchQuiet(executable, args) {
  const home = mkdtempSync(path.join(os.tmpdir(), 'holdfast-bench-'))
  const child = spawn(
    executable,
    ['--headless', '--remote-debugging-pipe', `--user-data-dir=${home}`, ...args, 'about:blank'],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] },
  )
  const send = speakTo(child)

  /** A context with caches of its own. */
  async function newContext() {
    const { browserContextId } = await send('Target.createBrowserContext')
    /** A page that has not gone anywhere yet; `begin` runs in it before all else. */
    async function newPage({ width, height, begin, rate }) {
      const { targetId } = await send('Target.createTarget', { url: 'about:blank', browserContextId, width, height })
      const { sessionId } = await send('Target.attachToTarget', { targetId, flatten: true })
      const say = (method, params) => send(method, params, sessionId)
      // Without it no script can be put before those of the page.
      await say('Page.enable')
      await say('Page.addScriptToEvaluateOnNewDocument', { source: begin })
      await say('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile: false })
      await say('Emulation.setLocaleOverride', { locale: 'en-GB' })
      await say('Emulation.setTimezoneOverride', { timezoneId: 'Europe/Madrid' })
      if (rate !== 1) await say('Emulation.setCPUThrottlingRate', { rate })
      return {
        say,
        goto: (url) => say('Page.navigate', { url }),
        /** What an expression comes to, now or when its promise is kept, as data. */
        ask: async (expression) =>
          (await say('Runtime.evaluate', { expression, returnByValue: true, awaitPromise: true })).result.value,
        /** Presses a key that writes itself, or `Backspace`. */
        press: async (key) => {
          const text = key.length === 1 ? { text: key } : { windowsVirtualKeyCode: 8, code: key }
          await say('Input.dispatchKeyEvent', { type: 'keyDown', key, ...text })
          await say('Input.dispatchKeyEvent', { type: 'keyUp', key })
        },
        close: () => send('Target.closeTarget', { targetId }),
      }
    }
    return { newPage, close: () => send('Target.disposeBrowserContext', { browserContextId }) }
  }

  return {
    newContext,
    close: () =>
      new Promise((closed) => {
        child.once('exit', () => {
          rmSync(home, { recursive: true, force: true, maxRetries: 5 })
          closed()
        })
        child.kill()
      }),
  }
}
