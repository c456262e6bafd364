import type { Browser } from '@playwright/test'

import { test as base } from './test'

export { expect, signIn } from './test'

const member = (of: unknown, name: string): unknown =>
  typeof of === 'object' && of !== null ? Reflect.get(of, name) : undefined

/**
 * Playwright speaks to an installed Firefox by WebDriver BiDi, and begins by setting the colour scheme, a command that
 * the long-lived releases do not know yet (`emulation.setMediaFeaturesOverride`). What a browser does not know stays as
 * the browser has it; every other error is an error.
 */
function forgiveUnknownCommands(browser: Browser): void {
  const connection = member(browser, '_connection')
  const toServer = member(connection, 'toImpl')
  if (typeof toServer !== 'function') throw new Error('This Playwright keeps its side of the server elsewhere')
  const server: unknown = Reflect.apply(toServer, connection, [browser])
  const session = member(server, '_browserSession')
  const send = member(session, 'send')
  if (typeof session !== 'object' || session === null || typeof send !== 'function')
    throw new Error('This Playwright speaks to Firefox another way')
  const forgiving = async (...command: readonly unknown[]): Promise<unknown> => {
    try {
      const answer: unknown = await Reflect.apply(send, session, command)
      return answer
    } catch (error) {
      if (String(error).includes('unknown command')) return {}
      throw error
    }
  }
  Reflect.set(session, 'send', forgiving)
}

export const test = base.extend<object, { browser: Browser }>({
  browser: [
    async ({ browser }, provide) => {
      forgiveUnknownCommands(browser)
      await provide(browser)
    },
    { scope: 'worker' },
  ],
})
