import * as z from 'zod/mini'

import { assumed } from './assumed'
import type { Copy, HistoryLine, Machine, Step } from './records'
import { copyPhase, stateName } from './states'
import { instant, many, orElse, text, truth, whole, wholeOrNull } from './wire-read'

/**
 * CloudCIX's objects as we read them. Members are the platform's, and those that are not named here are left behind:
 * `userdata` and `ip_addresses[].credentials` may hold passwords, `member.api_key` is one.
 */
const state = z.pipe(z.union([z.number(), z.string()]), z.transform(stateName))

/** What signing in and each renewal answer. */
export const token = z.object({ token: z.string().check(z.minLength(1)) })

/** Who a token is for, and until when in seconds of the platform's clock: the claims of its middle part. */
export const claims = z.object({ uid: whole, exp: wholeOrNull })

/** The own person, from `membership/user/{id}/`; the other members of it are secrets or of no use here. */
export const user = z.object({
  id: whole,
  email: text,
  first_name: text,
  surname: text,
  administrator: truth,
  is_private: truth,
  global_user: truth,
  global_active: truth,
  address: z.object({ id: whole, name: text }),
  member: orElse(z.object({ name: text }), { name: '' }),
})
/** The own person as it was read. */
export type User = z.output<typeof user>

const named = z.object({ id: whole, name: text })
const nobody = { id: 0, name: '' }

// --- first generation -------------------------------------------------------------------------------------------------

const storage = z.object({ id: whole, name: text, gb: z.number(), primary: truth })
const project = z.object({ id: whole, name: text, address_id: wholeOrNull, region_id: wholeOrNull })
const image = orElse(z.object({ display_name: text, os_variant: text }), { display_name: '', os_variant: '' })

/** A VM of `iaas/vm/`, in our units: memory and disks in MB. */
export const vm = z.pipe(
  z.object({
    id: whole,
    name: text,
    state,
    cpu: wholeOrNull,
    ram: wholeOrNull,
    gpu: wholeOrNull,
    project: orElse(z.nullish(project), null),
    storages: many(storage),
    image,
  }),
  z.transform((one): Machine => ({
    id: one.id,
    name: one.name,
    state: one.state,
    cpu: one.cpu ?? 0,
    memoryMb: (one.ram ?? 0) * assumed.mbPerRam,
    graphics: one.gpu ?? 0,
    disks: one.storages.map(({ id, name, gb, primary }) => ({ id: `${id}`, name, sizeMb: gb * 1_024, primary })),
    system: `${one.image.display_name} ${one.image.os_variant}`.trim(),
    project: one.project ? { id: one.project.id, name: one.project.name } : null,
    address: one.project?.address_id ?? null,
    region: one.project?.region_id ?? null,
  })),
)

const step = z.object({ created: instant, state, modified_by: wholeOrNull })

const toStep = ({ created, state: name, modified_by: by }: z.output<typeof step>): readonly Step[] =>
  created ? [{ at: created, state: name, by }] : []

const copyMembers = {
  id: whole,
  name: text,
  state,
  repository: wholeOrNull,
  time_valid: instant,
  created: instant,
  updated: instant,
}

const toCopy = (
  one: z.output<z.ZodMiniObject<typeof copyMembers>>,
  of: { readonly id: number; readonly name: string },
  steps: readonly Step[],
): Copy => ({
  id: one.id,
  vm: of.id,
  vmName: of.name,
  name: one.name,
  state: one.state,
  phase: copyPhase(one.state),
  repository: one.repository,
  validAt: one.time_valid,
  createdAt: one.created,
  updatedAt: one.updated,
  steps,
})

/** A backup of `iaas/backup/`, with the states that it went through. */
export const backup = z.pipe(
  z.object({ ...copyMembers, history: many(step), vm: named }),
  z.transform((one) => toCopy(one, one.vm, one.history.flatMap(toStep))),
)

/** A line of `iaas/backup_history/`: a backup came into a state. Null where it has no instant. */
export const historyLine = z.pipe(
  z.object({ backup_id: whole, vm_id: wholeOrNull, created: instant, state, modified_by: wholeOrNull }),
  z.transform((one): HistoryLine | null => {
    const [first] = toStep(one)
    return first ? { ...first, copy: one.backup_id, vm: one.vm_id } : null
  }),
)

/** A person, as the trail names them. */
export const person = z.object({ id: whole, email: text, first_name: text, surname: text })

// --- second generation ------------------------------------------------------------------------------------------------

const spec = z.object({ sku_name: text, quantity: z.number() })

/** A VM of `compute/instances/`. What it is made of stands in its bill: sizes by the names of articles. */
export const instance = z.pipe(
  z.object({
    id: whole,
    name: text,
    state,
    project_id: wholeOrNull,
    type: text,
    // One object in one of the platform's clients, a list in the other.
    specs: z.pipe(
      z.optional(z.unknown()),
      z.transform((value) => (Array.isArray(value) ? value : [value])),
    ),
  }),
  z.transform((one): Machine & { readonly kind: string } => {
    const specs = many(spec).parse(one.specs)
    const sum = (word: RegExp): number =>
      specs.reduce((all, { sku_name: name, quantity }) => all + (word.test(name) ? quantity : 0), 0)
    return {
      id: one.id,
      name: one.name,
      state: one.state,
      cpu: sum(/cpu/iu),
      memoryMb: sum(/ram|memory/iu) * assumed.mbPerRam,
      graphics: sum(/gpu/iu),
      disks: null,
      system: '',
      project: one.project_id === null ? null : { id: one.project_id, name: `${one.project_id}` },
      address: null,
      region: null,
      kind: one.type,
    }
  }),
)

/** A backup of `compute/backups/`; no history is told of it. */
export const computeBackup = z.pipe(
  z.object({ ...copyMembers, instance: orElse(named, nobody), instance_id: wholeOrNull }),
  z.transform((one) => toCopy(one, { ...one.instance, id: one.instance.id || (one.instance_id ?? 0) }, [])),
)
