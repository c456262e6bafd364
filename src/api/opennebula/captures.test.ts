import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'

import { describe, expect, test } from 'vitest'

import { ApiError } from '../error'
import { valueIn } from './answers'
import * as wire from './wire'
import { readXml, valueOf } from './xml'
import { methodAnswer, parsedAnswer, quickText } from './xml-rpc'

/** Calls recorded on real servers are not part of this repository; the check runs where a folder of them is at hand. */
const folder = resolve(process.env['HOLDFAST_OPENNEBULA_CAPTURES'] ?? '../shared/captures/opennebula')

const one = {
  VM: wire.virtualMachine,
  IMAGE: wire.image,
  BACKUPJOB: wire.backupJob,
  DATASTORE: wire.datastore,
  MARKETPLACE: wire.marketplace,
  MARKETPLACEAPP: wire.marketplaceApp,
  VMTEMPLATE: wire.vmTemplate,
  USER: wire.user,
}
const many = {
  VM_POOL: wire.vmPool,
  IMAGE_POOL: wire.imagePool,
  DATASTORE_POOL: wire.datastorePool,
  MARKETPLACE_POOL: wire.marketplacePool,
  MARKETPLACEAPP_POOL: wire.marketplaceAppPool,
  GROUP_POOL: wire.groupPool,
}

const neverAsked = new Set(['MONITORING_DATA', 'OPENNEBULA_CONFIGURATION', 'ZONE_POOL', 'HOST_POOL', 'USER_POOL'])

const names = existsSync(folder)
  ? readdirSync(folder, { recursive: true })
      .map(String)
      .filter((name) => name.endsWith('.response.xml'))
  : []
const answers = names.map((name) => ({ name, answer: methodAnswer(readFileSync(resolve(folder, name), 'utf8')) }))
const good = answers.filter(({ name }) => !name.includes('error.'))
const objects = good.flatMap(({ name, answer }) => {
  const value = valueIn(answer)
  if (typeof value !== 'string' || !value.startsWith('<')) return []
  const root = readXml(value, name)
  return [{ name, kind: root.name, members: valueOf(root) }]
})
/** Pools of other things answer with the name of theirs. */
const known = objects.filter(({ kind }) => kind in one || kind in many)

if (names.length === 0) console.warn(`Recorded answers were not checked: there is no folder ${folder}`)

describe.skipIf(names.length === 0)('recorded answers of OpenNebula', () => {
  test('there are some of each kind, and only what the console never asks for is left out', () => {
    expect(new Set(known.map(({ kind }) => kind))).toEqual(new Set([...Object.keys(one), ...Object.keys(many)]))
    const others = objects.filter((object) => !known.includes(object)).map(({ kind }) => kind)
    expect(new Set(others)).toEqual(neverAsked)
    expect(objects.length).toBeGreaterThan(60)
  })

  test('the short way through long answers reads what the parser reads', () => {
    const texts = names.map((name) => readFileSync(resolve(folder, name), 'utf8'))
    expect(texts.filter((text) => quickText(text) !== null).length).toBeGreaterThan(60)
    for (const text of texts) expect(methodAnswer(text)).toEqual(parsedAnswer(text))
  })

  test.each(known)('$name ($kind)', ({ kind, members }) => {
    const single = Object.entries(one).find(([name]) => name === kind)?.[1]
    const pool = Object.entries(many).find(([name]) => name === kind)?.[1]
    expect([single?.safeParse(members).error, pool?.parse(members).unreadable ?? 0]).toEqual([undefined, 0])
  })

  test.each(answers.filter(({ name }) => name.startsWith('error.')))(
    '$name is refused in its own words',
    ({ answer }) => {
      let refused: unknown = null
      try {
        valueIn(answer)
      } catch (error) {
        refused = error
      }
      if (!(refused instanceof ApiError)) throw new Error('It was not refused')
      expect(refused.complaints[0]?.message).toMatch(/\w{3}/u)
      // What the server says of a rule or a state is never its own failure.
      expect(refused.kind).not.toBe('server')
    },
  )

  test('everything else gives the id of what was changed, or the version', () => {
    const rest = good
      .map(({ answer }) => valueIn(answer))
      .filter((value) => typeof value !== 'string' || !value.startsWith('<'))
    expect(rest.length).toBeGreaterThan(25)
    for (const value of rest) expect(['number', 'string']).toContain(typeof value)
    expect(rest).toContain('6.10.0.1')
  })

  test('nothing that we know was lost on the way', () => {
    const machines = known
      .filter(({ kind }) => kind === 'VM_POOL')
      .flatMap(({ members }) => wire.vmPool.parse(members).rows)
    expect(machines.length).toBeGreaterThan(50)
    for (const { TEMPLATE, STIME } of machines) expect([TEMPLATE.DISK.length, STIME]).not.toEqual([0, null])
    const texts = known.flatMap(({ name, kind, members }) =>
      kind === 'VM' ? [{ name, vm: wire.virtualMachine.parse(members) }] : [],
    )
    const called = (part: string) => texts.find(({ name }) => name.includes(part))?.vm
    expect(called('after_ok')?.USER_TEMPLATE.BACKUP).toMatchObject([
      { FREQUENCY_SECONDS: '60', MARKETPLACE_APP_IDS: '3,4,5' },
    ])
    expect(called('in_backup_job')?.BACKUPS.BACKUP_CONFIG).toMatchObject({
      BACKUP_JOB_ID: 0,
      KEEP_LAST: 4,
      MODE: 'FULL',
    })
    expect(called('after_backup_failure')?.USER_TEMPLATE.ERROR).toBe(
      'Mon Nov 23 09:32:24 2026: BACKUP: dummy-backup-id 1024',
    )
    expect(called('sched_done')?.TEMPLATE.SCHED_ACTION).toMatchObject([
      { ACTION: 'backup', ARGS: '101', REPEAT: -1, DONE: new Date(1_795_426_564_000) },
      { REPEAT: 1, DAYS: '1,15', DONE: null },
    ])
    const increments = known.find(({ name }) => name.includes('backup_increment_flattened'))
    expect(wire.image.parse(increments?.members).BACKUP_INCREMENTS.INCREMENT.rows[0]).toMatchObject({
      TYPE: 'FULL',
      PARENT_ID: -1,
    })
  })
})
