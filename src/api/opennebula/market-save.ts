import { merge } from './connection'
import { finders, type Hands, machineOf, once } from './market-hands'
import { imageName, isSaved, savedTemplate } from './market-template'
import { refused } from './refused'
import { isOff, isRunning } from './states'
import * as wire from './wire'

/** Whether the VM is off, as its disks need it; throws when it went on by other hands. */
const whenOff = async (hands: Hands): Promise<true | null> => (isOff(await machineOf(hands)) ? true : null)

/** Brings the VM to rest, for disks of a running one cannot be saved; how it was is noted before. */
export async function powerOff(hands: Hands): Promise<void> {
  const machine = await machineOf(hands)
  if (hands.run().wasOn === null) {
    if (!isRunning(machine) && !isOff(machine)) throw refused('The VM is neither RUNNING nor POWEROFF')
    hands.keep({ wasOn: isRunning(machine) })
  }
  // Nobody would switch it on again.
  if (hands.run().wasOn === false && isRunning(machine)) throw refused('The VM was switched on meanwhile')
  if (isRunning(machine)) {
    hands.log('Powering off VM')
    await hands.link.write('one.vm.action', ['poweroff', machine.ID])
  }
  await hands.until('The VM did not power off', () => whenOff(hands), 10)
}

/** Clones the template that the VM was made of; what the VM became since is put on it later. */
export async function saveTemplate(hands: Hands): Promise<void> {
  const { run, link, keep, log } = hands
  if (run().template !== null) return
  const { TEMPLATE } = await machineOf(hands)
  const origin = TEMPLATE.TEMPLATE_ID
  if (origin === null) throw refused('VM has no associated template')
  log('Saving VM as template')
  const find = finders(hands)
  keep({
    template: await once(
      () => find.template(run().name),
      () => link.write('one.template.clone', [origin, run().name, false]),
    ),
  })
}

/** Saves each disk that is neither volatile nor a CD as an image of its own, one after the other. */
export async function saveDisks(hands: Hands): Promise<void> {
  const { run, link, keep, log, until } = hands
  const machine = await machineOf(hands)
  const find = finders(hands)
  log('Processing VM disks')
  const saveOne = async (disk: wire.Disk): Promise<void> => {
    if (run().images.some((one) => one.disk === disk.DISK_ID)) return
    await until('The VM is not POWEROFF', () => whenOff(hands), 360)
    log('Adding and saving regular disk')
    const name = imageName(run(), disk.DISK_ID)
    const id = await once(
      () => find.image(name),
      () => link.write('one.vm.disksaveas', [run().vm, disk.DISK_ID, name, '', -1]),
    )
    keep({ images: [...run().images, { disk: disk.DISK_ID, id }] })
    await until(
      'A disk was not saved',
      async () => {
        const { STATE, TEMPLATE } = await link.read('one.image.info', [id, false], wire.image)
        if (STATE === 5) throw refused(TEMPLATE.ERROR || `Image ${id} is in ERROR`)
        return STATE === 1 || STATE === 2 ? true : null
      },
      360,
    )
  }
  await machine.TEMPLATE.DISK.filter(isSaved).reduce(
    (earlier, disk) => earlier.then(() => saveOne(disk)),
    Promise.resolve(),
  )
  await until('The VM is not POWEROFF', () => whenOff(hands), 30)
  log('Processing VM NICs')
  log('Updating VM Template')
  await link.write('one.template.update', [run().template ?? -1, savedTemplate(machine, run().images), merge])
  keep({ saved: true })
}

/** On again as soon as its disks are saved: uploads take long, and need no VM that is off. */
export async function powerOn(hands: Hands): Promise<void> {
  if (hands.run().wasOn !== true) return
  const machine = await machineOf(hands)
  if (isRunning(machine)) return
  hands.log('Resuming VM')
  if (isOff(machine)) await hands.link.write('one.vm.action', ['resume', machine.ID])
  await hands.until('The VM did not come back', async () => (isRunning(await machineOf(hands)) ? true : null), 30)
}
