import { assumed } from '~/api/abiquo/assumed'

import { foreignTo, listOf, type Members, textOf, textsOf } from './body'
import { checkTime, type Key, lineMembers, readKey, timeText, titleOf } from './configuration-key'
import type { Policy } from './place-records'
import { type Given, weekdays } from './records'
import { refuse, refuseMember } from './refusal'

const { mode } = assumed

const isMode = (text: string): boolean => text === mode.vm || text === mode.system

/** BC-11, BC-12, BC-13, BC-16. A missing time leaves it to the VM, so that only what is no time at all is missing. */
function readTimeOf(key: Key, given: unknown): string | null {
  if (given === undefined || given === null || given === '') return null
  const text = timeText(given)
  return text !== null && isMode(text) ? text : checkTime(key, text)
}

/** BC-19, BC-28: days in any letter case, of a weekly line only; others have none. */
function readDaysOf({ subtype }: Key, given: unknown): string[] | null {
  if (subtype !== 'WEEKLY_PLANNED') return null
  const days = textsOf(given)
  if (days === undefined) throw refuse('BC-28')
  if (days === null) return null
  if (days.length === 0) throw refuse('BC-19')
  const names = [...new Set(days.map((one) => one.toUpperCase()))]
  if (names.length === 1 && names.every(isMode)) return names
  if (!names.every((name) => weekdays.some((one) => one === name))) throw refuse('BC-28')
  return names
}

/** BC-17, BC-18: a policy says who chooses disks or paths, and never which. */
function readSourcesOf({ type }: Key, given: unknown): string[] | null {
  const sources = textsOf(given)
  if (sources === null || sources?.length === 0) return null
  if (sources === undefined || sources.length > 1 || !sources.every(isMode))
    throw refuse(type === 'FILESYSTEM' ? 'BC-18' : 'BC-17')
  return [...sources]
}

/** The platform keeps a set: here it is told by type and periodicity, whatever the order was. */
const inOrder = (lines: readonly Given[]): Given[] =>
  lines.toSorted((a, b) => (titleOf(a) < titleOf(b) ? -1 : titleOf(a) > titleOf(b) ? 1 : 0))

function readLine(line: Members): Given {
  const key = readKey(line)
  return {
    ...key,
    time: readTimeOf(key, line['time']),
    days: readDaysOf(key, line['days']),
    sources: readSourcesOf(key, line['sources']),
    foreign: foreignTo(lineMembers, line),
  }
}

function readConfigurations(given: unknown): Given[] {
  const sent = listOf(given)
  const keys = sent.map(readKey)
  if (new Set(keys.map(titleOf)).size < keys.length) throw refuse('BC-30')
  return inOrder(sent.map(readLine))
}

/** BC-31: a truth value or its word; missing is no. */
function readReplication(given: unknown): boolean {
  if (given === undefined || given === null || given === '') return false
  if (given === true || given === 'true') return true
  if (given === false || given === 'false') return false
  throw refuse('BC-31')
}

const required = (body: Members, member: string): string => {
  const text = textOf(body[member])?.trim()
  if (!text) throw refuseMember(member)
  return text
}

const members: ReadonlySet<string> = new Set([
  'id',
  'links',
  'code',
  'name',
  'description',
  'replication',
  'backupConfigurations',
])

export type PolicyDraft = Omit<Policy, 'id' | 'datacenterId'>

/** Reads a whole policy as it was sent: what is left out is not there. */
export const readPolicy = (body: Members): PolicyDraft => ({
  code: required(body, 'code'),
  name: required(body, 'name'),
  description: textOf(body['description']),
  configurations: readConfigurations(body['backupConfigurations']),
  replication: readReplication(body['replication']),
  foreign: foreignTo(members, body),
})

const openOr = (text: string | null | undefined): string =>
  text === null || text === undefined || text === '' ? mode.vm : text

/** What a line means, in one writing: a missing value and the word for it are the same, and days have no order. */
const meaningOf = (line: Given): string => {
  const time = openOr(line.time)
  const days = line.days?.toSorted().join(' ')
  return [
    titleOf(line),
    line.subtype === 'HOURLY' && !isMode(time) ? Number(time) : time,
    line.subtype === 'WEEKLY_PLANNED' ? openOr(days) : '',
    openOr(line.sources?.[0]),
  ].join('|')
}

/** Whether two policies make the same backups, whatever they are called. Replication is one of their options. */
export const meansTheSame = (a: PolicyDraft, b: PolicyDraft): boolean =>
  a.replication === b.replication &&
  a.configurations.map(meaningOf).toSorted().join('\n') === b.configurations.map(meaningOf).toSorted().join('\n')
