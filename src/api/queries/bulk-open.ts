/** Where this browser keeps a job of a person on a platform: names, ids and values of schedules, never a secret. */
export const keptJobKey = (person: string): string => `holdfast.bulk.${person}`

/** A few letters beside the job, as long as lines of it wait or are not known: whether to look for it. */
const openKey = (person: string): string => `${keptJobKey(person)}#open`

/** Whose jobs live in this page: storage may be blocked. */
const alive = new Set<string>()
const listeners = new Set<() => void>()

/** Writes down whether a kept job is open. Throws where storage is blocked or full. */
export function keepOpen(person: string, open: boolean): void {
  if (open) localStorage.setItem(openKey(person), '1')
  else localStorage.removeItem(openKey(person))
}

/** Says whether the job that lives in this page is open. */
export function tellOpen(person: string, open: boolean): void {
  if (alive.has(person) === open) return
  if (open) alive.add(person)
  else alive.delete(person)
  for (const listener of listeners) listener()
}

/** Whether there is a change of many VMs that this person did not bring to its end, here or in another tab. */
export function hasOpenJob(person: string): boolean {
  if (alive.has(person)) return true
  try {
    return localStorage.getItem(openKey(person)) !== null
  } catch {
    return false
  }
}

/** Tells whenever `hasOpenJob` may answer otherwise. */
export function watchOpenJob(listener: () => void): () => void {
  listeners.add(listener)
  addEventListener('storage', listener)
  return () => {
    listeners.delete(listener)
    removeEventListener('storage', listener)
  }
}
