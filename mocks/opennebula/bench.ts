import { parseXml, type XmlElement } from '@rgrove/parse-xml'

import { virtualMachine, type VirtualMachine } from '~/api/opennebula/wire'

import { createClock } from '../clock'
import type { Settings } from './control'
import type { Version } from './records'
import { createServer } from './server'
import { childrenOf } from './xml-rpc'

/** A Wednesday noon. */
const start = Date.UTC(2026, 2, 18, 12)

const names = [
  'web-frontend-01',
  'web-frontend-02',
  'web-frontend-03',
  'erp-app-01',
  'erp-app-02',
  'erp-db-01',
  'erp-db-02',
  'mail-store-01',
  'analytics-etl-01',
  'file-server-01',
  'checkout-db-01',
  'restore-drill-01',
  'café-portal-01',
  'agency-cms-01',
]
export const idIn = (name: string): number => names.indexOf(name) + 1

type Param = string | number | boolean

const param = (value: Param): string => {
  if (typeof value === 'boolean') return `<boolean>${value ? 1 : 0}</boolean>`
  return typeof value === 'number'
    ? `<int>${value}</int>`
    : `<string>${value.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</string>`
}

const membersOf = (element: XmlElement): unknown => {
  const inside = childrenOf(element)
  if (inside.length === 0) return element.text
  const found = new Map<string, unknown[]>()
  for (const child of inside) found.set(child.name, [...(found.get(child.name) ?? []), membersOf(child)])
  return Object.fromEntries(Array.from(found, ([name, all]) => [name, all.length === 1 ? all[0] : all]))
}

/** A simulated OpenNebula with a client of its own, written by hand. */
export function bench(version: Version = '6.10') {
  const server = createServer({ version, clock: createClock({ now: start }) })

  const raw = async (method: string, params: readonly Param[], session = 'oneadmin:oneadmin'): Promise<string> => {
    const body = `<?xml version="1.0"?><methodCall><methodName>${method}</methodName><params>${[session, ...params].map((one) => `<param><value>${param(one)}</value></param>`).join('')}</params></methodCall>`
    return (await server(new Request('http://one/RPC2', { method: 'POST', body }))).text()
  }

  /** The value of an answer that went well: members of its XML, or as it is. */
  const call = async (method: string, params: readonly Param[], nick = 'oneadmin'): Promise<unknown> => {
    const text = await raw(method, params, `${nick}:${nick}`)
    const values = /<boolean>1<\/boolean><\/value>\n<value><(string|i4)>([\s\S]*?)<\/\1>/u.exec(text)
    if (!values) throw new Error(text)
    const value = parseXml(`<x>${values[2] ?? ''}</x>`).text
    const { root } = parseXml(value.startsWith('<') ? value : '<x/>')
    return value.startsWith('<') && root ? membersOf(root) : value
  }

  const control = async (name: string, change: object): Promise<void> => {
    const answer = await server(
      new Request(`http://one/simulator/${name}`, { method: 'POST', body: JSON.stringify(change) }),
    )
    if (!answer.ok) throw new Error(await answer.text())
  }

  let passed = 0
  return {
    raw,
    call,
    vm: async (id: number): Promise<VirtualMachine> => virtualMachine.parse(await call('one.vm.info', [id, false])),
    /** Seconds. */
    skip: (seconds: number) => {
      passed += seconds
      return control('clock', { skip: seconds * 1_000 })
    },
    now: () => start / 1_000 + passed,
    change: (settings: Settings) => control('settings', settings),
  }
}
