import { readAttributes, textOf } from '../attributes'
import { removeImage } from '../backups'
import { type Call, found, type Method } from '../call'
import { after, type Image, nextId } from '../records'
import { codes, noSuch, Refused } from '../refusal'
import { become, isOff, lcm, state } from '../states'
import { pool } from '../write/element'
import { imageXml } from '../write/images'
import { checkName } from './jobs'
import { filtered, paged } from './vms'

const imageOf = (call: Call, way: 'USE' | 'MANAGE'): Image =>
  found(call, call.world.images, ['IMAGE', 'image'], call.number(0), way)

interface NewImage {
  readonly name: string
  readonly sizeMb: number
  readonly datastoreId: number
  /** Seconds until it is ready. */
  readonly within: number
}

export function lockedImage({ world, person, now }: Call, { name, sizeMb, datastoreId, within }: NewImage): Image {
  if ([...world.images.values()].some((one) => one.name === name && one.uid === person.id))
    throw new Refused(codes.allocate, 'NAME is already taken by IMAGE.')
  const image: Image = {
    id: nextId(world.images),
    uid: person.id,
    gid: person.gid,
    name: checkName(name),
    rights: '110000000',
    type: 0,
    regtime: now,
    sizeMb,
    state: 4,
    datastoreId,
    vmIds: [],
    increments: [],
    error: null,
  }
  world.images.set(image.id, image)
  after(world, now + within, () => {
    if (image.state === 4) image.state = 1
  })
  return image
}

/** Saves a disk of a VM that is off as an image of its own. */
function saveDisk(call: Call): number {
  const vm = found(call, call.world.vms, ['VM', 'virtual machine'], call.number(0), 'MANAGE')
  if (!isOff(vm)) throw new Refused(codes.action, 'VM state must be POWEROFF or SUSPENDED to save a disk')
  const disk = vm.disks.find(({ id }) => id === call.number(1))
  if (!disk) throw new Refused(codes.action, 'Could not find disk')
  const within = 10 + Math.round(disk.sizeMb / 4_096)
  const datastoreId = disk.imageId === null ? 1 : (call.world.images.get(disk.imageId)?.datastoreId ?? 1)
  const image = lockedImage(call, { name: call.text(2), sizeMb: disk.sizeMb, datastoreId, within })
  become(vm, state.active, lcm.saveasPoweroff)
  after(call.world, call.now + within, () => become(vm, state.poweroff, lcm.init))
  return image.id
}

function allocate(call: Call): number {
  const attributes = readAttributes(call.text(0))
  const datastore = found(call, call.world.datastores, ['DATASTORE', 'datastore'], call.number(1), 'USE')
  const app = call.world.apps.get(Number(textOf(attributes, 'FROM_APP') ?? -1))
  if (!app) throw noSuch('marketplaceapp', Number(textOf(attributes, 'FROM_APP') ?? -1))
  return lockedImage(call, {
    name: textOf(attributes, 'NAME') ?? '',
    sizeMb: app.sizeMb,
    datastoreId: datastore.id,
    within: 20 + Math.round(app.sizeMb / 4_096),
  }).id
}

export const imageMethods: readonly Method[] = [
  {
    name: 'one.imagepool.info',
    takes: 'iii',
    run: (call) =>
      pool(
        'IMAGE_POOL',
        paged(filtered(call, call.world.images.values(), call.number(0)), call.number(1), call.number(2)).map((image) =>
          imageXml(call.world, image),
        ),
      ),
  },
  { name: 'one.image.info', takes: 'i', may: 'b', run: (call) => imageXml(call.world, imageOf(call, 'USE')) },
  {
    name: 'one.image.rename',
    takes: 'is',
    run: (call) => {
      const image = imageOf(call, 'MANAGE')
      image.name = checkName(call.text(1))
      return image.id
    },
  },
  { name: 'one.image.update', takes: 'isi', run: (call) => imageOf(call, 'MANAGE').id },
  {
    name: 'one.image.delete',
    takes: 'i',
    may: 'b',
    run: (call) => {
      const image = imageOf(call, 'MANAGE')
      removeImage(call.world, image.id)
      return image.id
    },
  },
  { name: 'one.image.allocate', takes: 'si', may: 'b', run: allocate },
  { name: 'one.vm.disksaveas', takes: 'iissi', run: saveDisk },
]
