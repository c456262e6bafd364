import { describe, expect, test, vi } from 'vitest'

import { countLines, runLines, type RunOptions } from './run-lines'

interface Line {
  readonly id: string
}

const lines = (...ids: readonly string[]): readonly Line[] => ids.map((id) => ({ id }))

/** A server that answers when it is told to, and remembers what it was asked. */
function server() {
  const asked: string[] = []
  const open = new Map<string, (failure: string | null) => void>()
  const send = ({ id }: Line): Promise<string | null> => {
    asked.push(id)
    return new Promise((resolve) => {
      open.set(id, resolve)
    })
  }
  const answer = async (id: string, failure: string | null = null): Promise<void> => {
    open.get(id)?.(failure)
    await new Promise((resolve) => {
      setTimeout(resolve, 0)
    })
  }
  return { asked, send, answer }
}

const start = (ids: readonly string[], options: Partial<RunOptions<Line, string>> = {}) => {
  const { asked, send, answer } = server()
  const run = runLines(lines(...ids), { send, ...options })
  const at = (): string => ids.map((id) => run.get().states.get(id)?.at).join(' ')
  return { run, asked, answer, at }
}

describe('a run of lines', () => {
  test('sends in order, two at a time, each once', async () => {
    const { run, asked, answer, at } = start(['a', 'b', 'c', 'd'])
    expect(asked).toEqual(['a', 'b'])
    await answer('b')
    expect(asked).toEqual(['a', 'b', 'c'])
    expect(at()).toBe('sending done sending waiting')
    await answer('a')
    await answer('c')
    await answer('d')
    await run.over
    expect(asked).toEqual(['a', 'b', 'c', 'd'])
    expect(run.get().phase).toBe('over')
    expect(countLines(run.get())).toMatchObject({ done: 4, waiting: 0, failed: 0 })
  })

  test('leaves the platform alone for as long as it asks, whoever was answered so, and can be stopped meanwhile', async () => {
    vi.useFakeTimers()
    const { run, asked, answer, at } = start(['a', 'b', 'c', 'd', 'e'], {
      rest: (failure) => (failure === 'busy' ? 30_000 : 0),
    })
    const answered = async (id: string, failure: string | null = null) => {
      const done = answer(id, failure)
      await vi.advanceTimersByTimeAsync(0)
      await done
    }
    await answered('a', 'busy')
    await answered('b')
    expect(asked).toEqual(['a', 'b'])
    expect(run.get()).toMatchObject({ phase: 'sending', restsUntil: Date.now() + 30_000 })
    await vi.advanceTimersByTimeAsync(29_999)
    expect(asked).toEqual(['a', 'b'])
    await vi.advanceTimersByTimeAsync(1)
    expect(asked).toEqual(['a', 'b', 'c', 'd'])
    expect(run.get().restsUntil).toBeNull()
    await answered('c', 'busy')
    await answered('d')
    run.stop()
    await run.over
    expect(at()).toBe('failed done failed done not-sent')
    vi.useRealTimers()
  })

  test('goes on after a failure, and keeps why', async () => {
    const { run, asked, answer } = start(['a', 'b'], { atOnce: 1 })
    await answer('a', 'busy')
    await answer('b')
    await run.over
    expect(asked).toEqual(['a', 'b'])
    expect(run.get().states.get('a')).toEqual({ at: 'failed', failure: 'busy' })
    expect(run.get().states.get('b')).toEqual({ at: 'done' })
  })

  test('stopped, it awaits what was sent and sends nothing more', async () => {
    const { run, asked, answer, at } = start(['a', 'b', 'c', 'd'])
    run.stop()
    expect(run.get().phase).toBe('stopping')
    expect(at()).toBe('sending sending not-sent not-sent')
    await answer('a')
    await answer('b', 'refused')
    await run.over
    expect(asked).toEqual(['a', 'b'])
    expect(at()).toBe('done failed not-sent not-sent')
    run.stop()
    expect(run.get().phase).toBe('over')
  })

  test('ends by itself after a failure that all others would share', async () => {
    const { run, asked, answer, at } = start(['a', 'b', 'c'], {
      atOnce: 1,
      ends: (failure) => failure === 'signed-out',
    })
    await answer('a', 'refused')
    await answer('b', 'signed-out')
    await run.over
    expect(asked).toEqual(['a', 'b'])
    expect(at()).toBe('failed failed not-sent')
  })

  test('is over only when the end is prepared', async () => {
    const end = server()
    const { run, answer } = start(['a'], { settle: () => end.send({ id: 'end' }) })
    await answer('a')
    expect(run.get().phase).toBe('settling')
    await end.answer('end')
    await run.over
    expect(run.get().phase).toBe('over')
  })

  test('tells its watchers, and stops when the last of them is gone', async () => {
    const { run, asked, answer, at } = start(['a', 'b', 'c'], { atOnce: 1 })
    let told = 0
    const leave = run.subscribe(() => {
      told += 1
    })
    await answer('a')
    expect(told).toBeGreaterThan(0)
    leave()
    const back = run.subscribe(() => undefined)
    await answer('b')
    expect(asked).toEqual(['a', 'b', 'c'])
    back()
    await answer('c')
    expect(at()).toBe('done done done')
  })

  test('without watchers the rest is not sent', async () => {
    const { run, asked, answer, at } = start(['a', 'b'], { atOnce: 1 })
    run.subscribe(() => undefined)()
    await answer('a')
    await run.over
    expect(asked).toEqual(['a'])
    expect(at()).toBe('done not-sent')
  })

  test('paused, it awaits what was sent and goes on where it was', async () => {
    const { run, asked, answer, at } = start(['a', 'b', 'c', 'd'])
    run.pause()
    await answer('a')
    await answer('b')
    expect(asked).toEqual(['a', 'b'])
    expect(at()).toBe('done done waiting waiting')
    run.resume()
    await answer('nobody')
    await answer('c')
    await answer('d')
    await run.over
    expect(asked).toEqual(['a', 'b', 'c', 'd'])
    expect(at()).toBe('done done done done')
  })

  test('can be stopped while it is paused', async () => {
    const { run, asked, answer, at } = start(['a', 'b'], { atOnce: 1 })
    run.pause()
    await answer('a')
    run.stop()
    await run.over
    expect(asked).toEqual(['a'])
    expect(at()).toBe('done not-sent')
  })

  test('costs little beside its requests, however many lines there are', async () => {
    const many = Array.from({ length: 10_000 }, (_, place) => ({ id: String(place) }))
    const began = performance.now()
    const run = runLines(many, { send: () => Promise.resolve(null) })
    await run.over
    expect(performance.now() - began).toBeLessThan(1_500)
    expect(countLines(run.get())).toMatchObject({ done: 10_000 })
  })

  test('with nothing to send is over at once', async () => {
    const { run } = start([])
    await run.over
    expect(run.get().phase).toBe('over')
  })
})
