import { afterEach, expect, test, vi } from 'vitest'

afterEach(() => {
  vi.unstubAllGlobals()
  // Whoever comes next has the channels of this browser again.
  vi.resetModules()
})

const refused = function refused() {
  throw new DOMException('The operation is insecure.', 'SecurityError')
}

test.each([
  ['has none', undefined],
  ['refuses one, as Firefox does where cookies are blocked', refused],
])('44 a browser that %s still opens the console, alone in its tab', async (_how, channel) => {
  vi.resetModules()
  vi.stubGlobal('BroadcastChannel', channel)
  const [{ onLeaveElsewhere }, { onStayElsewhere }, { watchTabs }] = await Promise.all([
    import('./leave'),
    import('./stay'),
    import('./tabs'),
  ])
  expect(() => {
    onLeaveElsewhere(() => undefined)
    onStayElsewhere()
    watchTabs()
  }).not.toThrow()
})
