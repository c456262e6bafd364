import { readAttributes, vectorsOf, type Vector } from '../attributes'
import type { SchedAction, World } from '../records'
import { codes, Refused } from '../refusal'

const supported = new Set([
  'backup',
  'poweroff',
  'resume',
  'stop',
  'suspend',
  'reboot',
  'terminate',
  'undeploy',
  'hold',
  'release',
])

function checkDays(repeat: number, days: string): void {
  const list = days
    .split(',')
    .filter((one) => one !== '')
    .map(Number)
  const within = (least: number, most: number): boolean =>
    list.every((one) => Number.isInteger(one) && one >= least && one <= most)
  if (repeat === 0 && !within(0, 6)) throw new Refused(codes.internal, 'Days in a week have to be in [0,6] range')
  if (repeat === 1 && !within(1, 31)) throw new Refused(codes.internal, 'Days in a month have to be in [1,31] range')
  if (repeat === 2 && !within(0, 365)) throw new Refused(codes.internal, 'Days in a year have to be in [0,365] range')
  if (repeat === 3 && (list.length !== 1 || !within(1, 167)))
    throw new Refused(codes.internal, 'Hours have to be a number in [1,167] range')
}

const timeOf = (text: string, now: number): number =>
  text.startsWith('+') ? now + Number(text.slice(1)) : Number(text)

function vectorIn(text: string): Vector {
  const attributes = readAttributes(text)
  const [vector] = vectorsOf(attributes, 'SCHED_ACTION')
  if (!vector) throw new Refused(codes.action, 'No SCHED_ACTION attribute')
  return vector
}

/** An action as it is asked for. Nobody checks whether a backup names its datastore. */
export function newAction(world: World, vector: Vector, now: number): SchedAction {
  const action = vector['ACTION'] ?? 'backup'
  if (!supported.has(action)) throw new Refused(codes.action, `${action} is not supported.`)
  const repeat = Number(vector['REPEAT'] ?? -1)
  checkDays(repeat, vector['DAYS'] ?? '')
  const id = world.nextSched
  world.nextSched += 1
  return {
    id,
    action,
    args: vector['ARGS'] ?? '',
    time: timeOf(vector['TIME'] ?? '0', now),
    repeat,
    days: vector['DAYS'] ?? '',
    endType: Number(vector['END_TYPE'] ?? (repeat < 0 ? -1 : 0)),
    endValue: Number(vector['END_VALUE'] ?? -1),
    done: -1,
    message: '',
  }
}

export const addAction = (world: World, to: { scheds: SchedAction[] }, text: string, now: number): number => {
  const action = newAction(world, vectorIn(text), now)
  to.scheds = [...to.scheds, action]
  return action.id
}

export function changeAction(
  world: World,
  of: { scheds: SchedAction[] },
  id: number,
  text: string,
  now: number,
): number {
  const before = of.scheds.find((one) => one.id === id)
  if (!before) throw new Refused(codes.noExists, `Error getting scheduled action [${id}].`, id)
  const vector = vectorIn(text)
  const known: Vector = {
    ACTION: before.action,
    ARGS: before.args,
    TIME: String(before.time),
    REPEAT: String(before.repeat),
    DAYS: before.days,
    END_TYPE: String(before.endType),
    END_VALUE: String(before.endValue),
  }
  const { nextSched } = world
  const next = newAction(world, { ...known, ...vector }, now)
  world.nextSched = nextSched
  of.scheds = of.scheds.map((one) => (one === before ? { ...next, id } : one))
  return id
}

export function deleteAction(of: { scheds: SchedAction[] }, id: number): number {
  if (!of.scheds.some((one) => one.id === id))
    throw new Refused(codes.noExists, `Error getting scheduled action [${id}].`, id)
  of.scheds = of.scheds.filter((one) => one.id !== id)
  return id
}
