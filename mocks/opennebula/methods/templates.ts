import { type Attributes, merge, readAttributes, textOf, vectorsOf } from '../attributes'
import { removeImage } from '../backups'
import { type Call, found, type Method } from '../call'
import { after, type Disk, nextId, type Template, untouched, type Vm } from '../records'
import { codes, Refused } from '../refusal'
import { become, lcm, state } from '../states'
import { pool } from '../write/element'
import { templateXml } from '../write/templates'
import { lockedImage } from './images'
import { checkName } from './jobs'
import { filtered, paged } from './vms'

const templateOf = (call: Call, way: 'USE' | 'MANAGE'): Template =>
  found(call, call.world.templates, ['TEMPLATE', 'vm template'], call.number(0), way)

function newTemplate({ world, person, now }: Call, name: string, attributes: Attributes): Template {
  if ([...world.templates.values()].some((one) => one.name === name && one.uid === person.id))
    throw new Refused(codes.allocate, 'NAME is already taken by TEMPLATE.')
  const template: Template = {
    id: nextId(world.templates),
    uid: person.id,
    gid: person.gid,
    name: checkName(name),
    rights: '110000000',
    regtime: now,
    attributes,
  }
  world.templates.set(template.id, template)
  return template
}

function disksOf({ world }: Call, attributes: Attributes): readonly Disk[] {
  return vectorsOf(attributes, 'DISK').map((disk, id): Disk => {
    const image = world.images.get(Number(disk['IMAGE_ID'] ?? -1))
    return {
      id,
      imageId: image?.id ?? null,
      image: image?.name ?? '',
      sizeMb: image?.sizeMb ?? Number(disk['SIZE'] ?? 1_024),
      format: 'qcow2',
    }
  })
}

/** A VM of a template; as long as its images are not there it waits as CLONING. */
function instantiate(call: Call): number {
  const { world, person, now } = call
  const template = templateOf(call, 'USE')
  const id = nextId(world.vms)
  const vm: Vm = {
    id,
    uid: person.id,
    gid: person.gid,
    name: call.text(1) === '' ? `${template.name}-${id}` : checkName(call.text(1)),
    rights: '110000000',
    clusterId: 100,
    host: 'bcn-kvm-01',
    state: state.cloning,
    lcm: lcm.init,
    stime: now,
    etime: 0,
    locked: false,
    cpu: Number(textOf(template.attributes, 'CPU') ?? 1),
    memoryMb: Number(textOf(template.attributes, 'MEMORY') ?? 1_024),
    templateId: template.id,
    disks: disksOf(call, template.attributes),
    graphics: true,
    user: [],
    history: [],
    ...untouched(),
  }
  world.vms.set(id, vm)
  const look = (at: number): void => {
    after(world, at + 10, (_, later) => {
      const waits = vm.disks.some(({ imageId }) => imageId !== null && world.images.get(imageId)?.state === 4)
      if (waits) {
        look(later)
        return
      }
      vm.history.push({ seq: 0, stime: later, etime: 0, action: 0 })
      become(vm, state.active, lcm.prolog)
      after(world, later + 20, () => become(vm, state.active, lcm.running))
    })
  }
  look(now)
  return id
}

/** A copy of a backup: a template and its images, which come by and by; nothing is started. */
function restoreImage(call: Call): string {
  const { world } = call
  const image = found(call, world.images, ['IMAGE', 'image'], call.number(0), 'USE')
  const datastore = found(call, world.datastores, ['DATASTORE', 'datastore'], call.number(1), 'USE')
  if (image.type !== 6) throw new Refused(codes.action, 'Can only restore images of type BACKUP')
  if (datastore.type !== 0) throw new Refused(codes.action, 'Destination can be only an image datastore')
  const options = readAttributes(call.text(2))
  const increment = textOf(options, 'INCREMENT_ID')
  if (increment !== undefined && !image.increments.some(({ id }) => String(id) === increment))
    throw new Refused(codes.action, 'Wrong increment')
  const vm = world.vms.get(image.vmIds[0] ?? -1)
  const name = textOf(options, 'NAME') ?? `${image.name.split(' ')[0]}-snapshot-${image.id}`
  const disks = (vm?.disks ?? []).filter(({ imageId }) => imageId !== null)
  const images = disks.map((disk) =>
    lockedImage(call, { name: `${name}-disk-${disk.id}`, sizeMb: disk.sizeMb, datastoreId: datastore.id, within: 60 }),
  )
  const template = newTemplate(call, name, [
    ['CPU', String(vm?.cpu ?? 1)],
    ['MEMORY', String(vm?.memoryMb ?? 1_024)],
    ...images.map(({ id }) => ['DISK', { IMAGE_ID: String(id) }] as const),
  ])
  return [template.id, ...images.map(({ id }) => id)].join(' ')
}

export const templateMethods: readonly Method[] = [
  {
    name: 'one.templatepool.info',
    takes: 'iii',
    run: (call) =>
      pool(
        'VMTEMPLATE_POOL',
        paged(filtered(call, call.world.templates.values(), call.number(0)), call.number(1), call.number(2)).map(
          (one) => templateXml(call.world, one),
        ),
      ),
  },
  { name: 'one.template.info', takes: 'i', may: 'bb', run: (call) => templateXml(call.world, templateOf(call, 'USE')) },
  {
    name: 'one.template.allocate',
    takes: 's',
    run: (call) => {
      const attributes = readAttributes(call.text(0))
      return newTemplate(
        call,
        textOf(attributes, 'NAME') ?? '',
        attributes.filter(([name]) => name !== 'NAME'),
      ).id
    },
  },
  {
    name: 'one.template.clone',
    takes: 'is',
    may: 'b',
    run: (call) => newTemplate(call, call.text(1), templateOf(call, 'USE').attributes).id,
  },
  {
    name: 'one.template.update',
    takes: 'isi',
    run: (call) => {
      const template = templateOf(call, 'MANAGE')
      const change = readAttributes(call.text(1))
      template.attributes = call.number(2) === 1 ? merge(template.attributes, change) : change
      return template.id
    },
  },
  {
    name: 'one.template.delete',
    takes: 'i',
    may: 'b',
    run: (call) => {
      const template = templateOf(call, 'MANAGE')
      call.world.templates.delete(template.id)
      if (call.flag(1))
        for (const disk of disksOf(call, template.attributes))
          if (disk.imageId !== null) removeImage(call.world, disk.imageId)
      return template.id
    },
  },
  { name: 'one.template.instantiate', takes: 'isbsb', run: instantiate },
  { name: 'one.image.restore', takes: 'iis', run: restoreImage },
]
