import { m } from './messages'

const sizes: ReadonlyMap<string, () => string> = new Map([
  ['FULL', m.ways_value_full],
  ['INCREMENT', m.ways_value_increment],
])

const kinds: ReadonlyMap<string, () => string> = new Map([
  ...sizes,
  ['COMPLETE', m.schedule_type_complete],
  ['SNAPSHOT', m.schedule_type_snapshot],
  ['FILESYSTEM', m.schedule_type_filesystem],
])

const values: ReadonlyMap<string, () => string> = new Map([
  ...sizes,
  ['CBT', m.ways_value_cbt],
  ['SNAPSHOT', m.ways_value_snapshot],
  ['NONE', m.ways_value_none],
  ['AGENT', m.ways_value_agent],
  ['SUSPEND', m.ways_value_suspend],
])

/** Of which kind a backup is, in our words whatever the letter case; the platform's own where we have none. */
export const backupKindWords = (text: string): string => kinds.get(text.trim().toUpperCase())?.() ?? text

/** A value of a setting that says how backups are made, in our words; the platform's own where we have none. */
export const settingValueWords = (text: string): string => values.get(text)?.() ?? text
