import type { Task, TaskState } from '~/domain/task'

import { ApiError } from '../error'
import type { Accepted } from '../port'
import { turnstile } from '../turnstile'
import type { Connection } from './connection'
import { cleanUp } from './market-clean'
import type { Hands } from './market-hands'
import { takesBackups, recordOf } from './market-record'
import { isUnderWay, type Journal, type MarketRun, newRun } from './market-run'
import { steps } from './market-steps'
import { refused } from './refused'
import { isOff, isRunning } from './states'
import * as wire from './wire'

/** So many VMs are backed up at once: each is off for a while, and all load the same marketplace. */
const mostAtOnce = 2
/** Milliseconds between two looks at the platform. */
const pause = 4_000
/** So many ended runs are kept to be shown. */
const mostEnded = 30
/** The platform's own troubles are borne so many times in a row. */
const mostTroubles = 8

const stopped = (): ApiError => refused('Stopped', 'STOPPED')

/** Nothing was refused: it is worth to begin the step again, which looks first at what is done already. */
const passes = (error: unknown): boolean =>
  error instanceof ApiError && ['offline', 'unknown-outcome', 'busy', 'server'].includes(error.kind)
/** Somebody has to sign in again; then the run goes on. */
const waitsForPerson = (error: unknown): boolean => error instanceof ApiError && error.kind === 'signed-out'

const wordsOf = (error: unknown): string =>
  error instanceof ApiError ? (error.complaints[0]?.message ?? error.message) : String(error)

/** What the driver of Marketplace backups needs of the world around it; tests give their own. */
export interface Driving {
  readonly journal: Journal
  /** Milliseconds. */
  readonly wait: (milliseconds: number) => Promise<void>
}

const taskStates: Readonly<Record<MarketRun['state'], TaskState>> = {
  waiting: 'waiting',
  running: 'running',
  cleaning: 'running',
  done: 'done',
  failed: 'failed',
  cancelled: 'cancelled',
}

/** A run as a task of the person whose it is; each line of its log is a step of it. */
function toMarketTask(run: MarketRun, by: string | null): Task {
  const lines = run.error === null ? run.log : [...run.log, { at: run.updatedAt, text: run.error }]
  return {
    id: `market-${run.id}`,
    kind: 'backup',
    kindText: 'MARKETPLACE BACKUP',
    state: taskStates[run.state],
    stateText: run.state.toUpperCase(),
    startedAt: new Date(run.startedAt),
    updatedAt: new Date(run.updatedAt),
    by,
    jobs: lines.map(({ text }, at) => {
      const isLast = at === lines.length - 1
      const state = !isLast ? 'done' : isUnderWay(run) ? 'running' : run.state === 'done' ? 'done' : 'failed'
      return {
        id: `${at}`,
        kind: 'backup',
        kindText: new Date(lines[at]?.at ?? 0).toISOString(),
        state,
        description: text,
      }
    }),
  }
}

/** Whose runs are driven. */
export interface Driver {
  /** Tells people of all platforms apart that one browser knows. */
  readonly key: string
  readonly name: string | null
}

/** Drives Marketplace backups: the platform has no call for them, only a tool that sends these calls one after the other. */
export function marketDriver(link: Connection, driver: () => Driver, { journal, wait }: Driving) {
  const who = (): string => driver().key
  const told = (run: MarketRun): Task => toMarketTask(run, driver().name)
  const inTurn = turnstile(mostAtOnce)
  const now = (): Date => new Date(Date.now() + link.clockSkew())

  const find = (id: string): MarketRun | undefined => journal.load().find((run) => run.id === id)
  const put = (id: string, change: Partial<MarketRun>): void => {
    const runs = journal.load()
    const before = runs.find((run) => run.id === id)
    if (!before) return
    const after = { ...before, ...change, updatedAt: now().getTime() }
    journal.save(runs.map((run) => (run === before ? after : run)))
  }

  const handsFor = (id: string, mayStop: boolean): Hands => {
    const run = (): MarketRun => {
      const found = find(id)
      if (!found) throw stopped()
      // Nothing of one person goes out in the session of another.
      if (found.by !== who()) throw new ApiError('signed-out', 'Another person is signed in')
      return found
    }
    const theirs: Connection = {
      ...link,
      read: async (method, params, reply, signal) => {
        run()
        return link.read(method, params, reply, signal)
      },
      write: async (method, params, within) => {
        run()
        return link.write(method, params, within)
      },
    }
    const until = async <T>(what: string, look: () => Promise<T | null>, minutes: number): Promise<T> => {
      const deadline = now().getTime() + minutes * 60_000
      const again = async (troubles: number): Promise<T> => {
        if (mayStop && run().stop) throw stopped()
        const [found, trouble] = await look().then(
          (value) => [value, null] as const,
          (error: unknown) => {
            if (!passes(error) || troubles >= mostTroubles) throw error
            return [null, error] as const
          },
        )
        if (found !== null) return found
        if (now().getTime() > deadline) throw refused(what)
        await wait(pause)
        return again(trouble === null ? 0 : troubles + 1)
      }
      return again(0)
    }
    return {
      link: theirs,
      now,
      run,
      until,
      keep: (change) => put(id, change),
      log: (text) => {
        // A step that is begun again says nothing twice.
        const { log } = run()
        if (log.at(-1)?.text !== text) put(id, { log: [...log, { at: now().getTime(), text }] })
      },
    }
  }

  /** Works through steps; what passes by itself is waited for. */
  const work = async (
    hands: Hands,
    list: readonly ((hands: Hands) => Promise<void>)[],
    mayStop: boolean,
  ): Promise<void> => {
    const attempt = async (step: (hands: Hands) => Promise<void>, troubles: number): Promise<void> => {
      if (mayStop && hands.run().stop) throw stopped()
      try {
        await step(hands)
      } catch (error) {
        if (!passes(error) || troubles >= mostTroubles) throw error
        await wait(pause * (troubles + 1))
        await attempt(step, troubles + 1)
      }
    }
    await list.reduce((earlier, step) => earlier.then(() => attempt(step, 0)), Promise.resolve())
  }

  const giveUp = async (id: string, why: unknown): Promise<void> => {
    const code = why instanceof ApiError ? why.code : null
    const state = code === 'STOPPED' ? 'cancelled' : 'failed'
    // Once it is recorded the new backup is the good one: then only what is left over may go.
    put(id, { state: 'cleaning', error: wordsOf(why) })
    const hands = handsFor(id, false)
    if (hands.run().recorded) put(id, { state: 'done', error: null })
    else {
      await work(hands, [cleanUp], false)
      put(id, { state })
    }
  }

  const drive = (id: string): Promise<void> =>
    journal.alone(id, () =>
      inTurn(async () => {
        const run = find(id)
        if (!run || !isUnderWay(run)) return
        try {
          if (run.state === 'cleaning') {
            await work(handsFor(id, false), [cleanUp], false)
            put(id, { state: run.stop ? 'cancelled' : 'failed' })
            return
          }
          put(id, { state: 'running' })
          await work(handsFor(id, true), steps, true)
          put(id, { state: 'done' })
        } catch (error) {
          if (waitsForPerson(error)) return
          await giveUp(id, error).catch((second: unknown) => {
            if (!waitsForPerson(second)) put(id, { state: 'failed', error: `${wordsOf(error)} (${wordsOf(second)})` })
          })
        }
      }),
    )

  const ofMine = (): readonly MarketRun[] => journal.load().filter(({ by }) => by === who())
  const openRuns = (): readonly MarketRun[] => ofMine().filter(isUnderWay)

  /** What would make a VM be off in vain is found before anything is touched. */
  const check = async (vm: number, market: number): Promise<wire.VirtualMachine> => {
    const [machine, place] = await Promise.all([
      link.read('one.vm.info', [vm, false], wire.virtualMachine),
      link.read('one.market.info', [market, false], wire.marketplace),
    ])
    if (!takesBackups(place)) throw refused(`Marketplace ${place.NAME} takes no backups`)
    if (!isRunning(machine) && !isOff(machine)) throw refused('The VM is neither RUNNING nor POWEROFF')
    if (machine.TEMPLATE.TEMPLATE_ID === null) throw refused('VM has no associated template')
    if (machine.LOCK.LOCKED !== '') throw refused(`VM is locked. [${vm}].`)
    if (ofMine().some((run) => run.vm === vm && isUnderWay(run))) throw refused('A backup of this VM is running')
    return machine
  }

  return {
    start: async (vm: number, market: number): Promise<Accepted> => {
      const machine = await check(vm, market)
      const mark = Array.from(crypto.getRandomValues(new Uint8Array(3)), (byte) =>
        byte.toString(16).padStart(2, '0'),
      ).join('')
      const old = recordOf(machine)?.apps ?? []
      const run = newRun({ by: who(), vm, vmName: machine.NAME, market, old, now: now(), mark })
      const before = journal.load()
      const ended = before.filter((one) => !isUnderWay(one)).slice(-mostEnded)
      journal.save([...ended, ...before.filter(isUnderWay), run])
      void drive(run.id)
      return { task: `market-${run.id}` }
    },
    /** Goes on with what a reload or an ended session interrupted. */
    resume: (): void => {
      for (const run of openRuns()) void drive(run.id)
    },
    /** Asks a run to stop; it takes back what it made. False when there is none. */
    stop: (vm: number): boolean => {
      const run = openRuns().find((one) => one.vm === vm)
      if (run) put(run.id, { stop: true })
      return run !== undefined
    },
    tasksOf: (vm: number): readonly Task[] =>
      ofMine()
        .filter((run) => run.vm === vm)
        .map(told),
    open: (): readonly { readonly vmId: string; readonly task: Task }[] =>
      openRuns().map((run) => ({ vmId: `${run.vm}`, task: told(run) })),
    /** The VMs that are backed up from here at this moment. */
    driven: (): ReadonlySet<string> => new Set(openRuns().map(({ vm }) => `${vm}`)),
    task: (id: string): Task | null => {
      const run = ofMine().find((one) => id === `market-${one.id}`)
      return run ? told(run) : null
    },
  }
}

/** What `marketDriver` gives to the parts of the adapter. */
export type MarketDriver = ReturnType<typeof marketDriver>
