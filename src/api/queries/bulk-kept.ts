import { type BulkJob, hasOpenLines, lineState } from '~/domain/bulk-job'

import { keepOpen, keptJobKey } from './bulk-open'
import { isPlan, type KeptPlan, packStates, unpackStates } from './bulk-shape'

/** So many lines stand in one piece: an answer writes down a few kilobytes, however many VMs there are. */
const pieceSize = 50

const pieceKey = (person: string, piece: number): string => `${keptJobKey(person)}#${String(piece)}`

/** Whether a key of the storage is a piece of the job that is kept there. */
export const isPieceKey = (person: string, key: string): boolean => key.startsWith(`${keptJobKey(person)}#`)

type States = BulkJob['states']

/** The text is what a browser keeps, which anything may have written. */
function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null')
  } catch {
    return null
  }
}

/** What a piece says of a job, as text of the storage; null when it says nothing of it. */
export const keptStates = (job: string, text: string | null): States | null => unpackStates(job, parsed(text))

/** The numbers of all pieces of a job. */
const piecesOf = ({ lines }: Pick<BulkJob, 'lines'>): readonly number[] =>
  Array.from({ length: Math.ceil(lines.length / pieceSize) }, (_, piece) => piece)

const linesIn = ({ lines }: Pick<BulkJob, 'lines'>, piece: number) =>
  lines.slice(piece * pieceSize, (piece + 1) * pieceSize)

/**
 * The job of a person that was kept last; null when there is none, when it cannot be read, or when storage is blocked. A
 * piece that cannot be read makes the job unreadable: without it, lines that went would pass for lines that wait.
 */
export function keptJob(person: string): BulkJob | null {
  try {
    const plan = parsed(localStorage.getItem(keptJobKey(person)))
    if (!isPlan(plan)) return null
    const states: Record<string, States[string]> = {}
    for (const piece of piecesOf(plan)) {
      const text = localStorage.getItem(pieceKey(person, piece))
      const found = text === null ? {} : keptStates(plan.id, text)
      if (found === null) return null
      Object.assign(states, found)
    }
    return { ...plan, states }
  } catch {
    return null
  }
}

/** False where the browser does not let us. */
function written(work: () => void): boolean {
  try {
    work()
    return true
  } catch {
    return false
  }
}

/** Forgets the job of a person. False where the browser does not let us. */
export const forgetJob = (person: string): boolean =>
  written(() => {
    // The plan first: a job without its pieces would look as if nothing of it had been sent.
    localStorage.removeItem(keptJobKey(person))
    const keys = Array.from({ length: localStorage.length }, (_, place) => localStorage.key(place))
    for (const key of keys) if (key !== null && isPieceKey(person, key)) localStorage.removeItem(key)
  })

/** Forgets the job of a person, and leaves a mark that says so. False where the browser does not let us. */
export const discardJob = (person: string): boolean =>
  forgetJob(person) && written(() => localStorage.setItem(keptJobKey(person), 'null'))

/** Whether nothing is kept, and nobody discarded it: the data of the site were cleared. False where storage is blocked. */
export function isCleared(person: string): boolean {
  try {
    return localStorage.getItem(keptJobKey(person)) === null
  } catch {
    return false
  }
}

/** What is kept of a line of a job and of those in the same piece; null when nothing is, or where storage is blocked. */
export function keptNear(person: string, job: BulkJob, id: string): States | null {
  const piece = Math.floor(job.lines.findIndex((line) => line.id === id) / pieceSize)
  try {
    return keptStates(job.id, localStorage.getItem(pieceKey(person, piece)))
  } catch {
    return null
  }
}

function writePiece(person: string, job: BulkJob, piece: number): void {
  const states = linesIn(job, piece).flatMap(({ id }) => (job.states[id] ? [[id, job.states[id]] as const] : []))
  if (states.length > 0)
    localStorage.setItem(pieceKey(person, piece), JSON.stringify(packStates(job.id, Object.fromEntries(states))))
}

/** False where something could not be written; then nothing older is left of it either, for it would be wrong by now. */
function orNothing(person: string, done: boolean): boolean {
  if (!done) forgetJob(person)
  return done
}

/** Keeps a new job in place of any other. False where the browser does not let us, or has no room for it. */
export const keepJob = (person: string, job: BulkJob): boolean =>
  orNothing(
    person,
    forgetJob(person) &&
      written(() => {
        const { id, startedAt, order, lines } = job
        const plan: KeptPlan = { id, startedAt, order, lines }
        keepOpen(person, hasOpenLines(job))
        for (const piece of piecesOf(job)) writePiece(person, job, piece)
        // Last, so that there is never a plan without what is known of its lines.
        localStorage.setItem(keptJobKey(person), JSON.stringify(plan))
      }),
  )

/** Keeps what became otherwise with a job that is kept: only the pieces in which something did. */
export const keepChanges = (person: string, before: BulkJob, after: BulkJob): boolean =>
  orNothing(
    person,
    written(() => {
      for (const piece of piecesOf(after))
        if (linesIn(after, piece).some(({ id }) => lineState(before, id) !== lineState(after, id)))
          writePiece(person, after, piece)
      if (hasOpenLines(before) !== hasOpenLines(after)) keepOpen(person, hasOpenLines(after))
    }),
  )
