import { m } from './messages'

const known: ReadonlyMap<string, () => string> = new Map([
  ['FULL', m.ways_value_full],
  ['INCREMENT', m.ways_value_increment],
  ['CBT', m.ways_value_cbt],
  ['SNAPSHOT', m.ways_value_snapshot],
  ['NONE', m.ways_value_none],
  ['AGENT', m.ways_value_agent],
  ['SUSPEND', m.ways_value_suspend],
])

/** How a backup is made, or was made, in our words; the platform's own where we have none. */
export const backupKindWords = (text: string): string => known.get(text)?.() ?? text
