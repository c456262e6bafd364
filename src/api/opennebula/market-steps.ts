import { ApiError } from '../error'
import type { Connection } from './connection'
import { mine } from './fleet'
import { recordOf, recordText } from './market-record'
import type { MarketRun } from './market-run'
import { imageApp, imageAppName, imageName, isSaved, savedTemplate, templateApp } from './market-template'
import { isOff, isRunning } from './states'
import * as wire from './wire'

/** What the steps need beside the connection. */
export interface Hands {
  readonly link: Connection
  /** Keeps what was reached, before anything else happens. */
  readonly keep: (change: Partial<MarketRun>) => void
  readonly run: () => MarketRun
  readonly log: (text: string) => void
  /** Asks again and again until there is an answer that counts; gives up when it takes too long. */
  readonly until: <T>(what: string, look: () => Promise<T | null>, minutes: number) => Promise<T>
  readonly now: () => Date
}

const merge = 1
const failed = (message: string): ApiError =>
  new ApiError('conflict', message, { complaints: [{ code: 'BACKUP', message }] })

const machineOf = ({ link, run }: Hands): Promise<wire.VirtualMachine> =>
  link.read('one.vm.info', [run().vm, false], wire.virtualMachine)

/** Makes a thing once: one of that name that is there already is taken, also when the answer of the call was lost. */
async function once(find: () => Promise<number | null>, make: () => Promise<unknown>): Promise<number> {
  const before = await find()
  if (before !== null) return before
  try {
    return Number(await make())
  } catch (error) {
    const made = error instanceof ApiError && error.kind === 'unknown-outcome' ? await find() : null
    if (made !== null) return made
    throw error
  }
}

type Named = { readonly rows: readonly { readonly ID: number; readonly NAME: string }[] }
const byName = (name: string, { rows }: Named): number | null => rows.find(({ NAME }) => NAME === name)?.ID ?? null

const finders = ({ link }: Hands) => ({
  template: async (name: string) =>
    byName(name, await link.read('one.templatepool.info', [mine.all, -1, -1], wire.vmTemplatePool)),
  image: async (name: string) =>
    byName(name, await link.read('one.imagepool.info', [mine.all, -1, -1], wire.imagePool)),
  app: async (name: string) =>
    byName(name, await link.read('one.marketapppool.info', [mine.all, -1, -1], wire.marketplaceAppPool)),
})

/** Whether the VM is off, as its disks need it; throws when it went on by other hands. */
const whenOff = async (hands: Hands): Promise<true | null> => (isOff(await machineOf(hands)) ? true : null)

async function powerOff(hands: Hands): Promise<void> {
  const machine = await machineOf(hands)
  if (hands.run().wasOn === null) {
    if (!isRunning(machine) && !isOff(machine)) throw failed('The VM is neither RUNNING nor POWEROFF')
    hands.keep({ wasOn: isRunning(machine) })
  }
  if (isRunning(machine)) {
    hands.log('Powering off VM')
    await hands.link.write('one.vm.action', ['poweroff', machine.ID])
  }
  await hands.until('The VM did not power off', () => whenOff(hands), 10)
}

async function saveTemplate(hands: Hands): Promise<void> {
  const { run, link, keep, log } = hands
  if (run().template !== null) return
  const { TEMPLATE } = await machineOf(hands)
  const origin = TEMPLATE.TEMPLATE_ID
  if (origin === null) throw failed('VM has no associated template')
  log('Saving VM as template')
  const find = finders(hands)
  keep({
    template: await once(
      () => find.template(run().name),
      () => link.write('one.template.clone', [origin, run().name, false]),
    ),
  })
}

async function saveDisks(hands: Hands): Promise<void> {
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
        if (STATE === 5) throw failed(TEMPLATE.ERROR || `Image ${id} is in ERROR`)
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

async function importApps(hands: Hands): Promise<void> {
  const { run, link, keep, log } = hands
  const machine = await machineOf(hands)
  const find = finders(hands)
  const { template, market, name } = run()
  log(`Importing template ${template} to marketplace ${market}`)
  log('Processing VM disks')
  const disks = machine.TEMPLATE.DISK.filter(isSaved)
  const importOne = async (disk: wire.Disk, at: number): Promise<void> => {
    const image = run().images.find((one) => one.disk === disk.DISK_ID)?.id
    if (run().apps[at] !== undefined || image === undefined) return
    log(`Adding disk with image ${image}`)
    log('Importing image to market place')
    const id = await once(
      () => find.app(imageAppName(run(), disk.DISK_ID)),
      () => link.write('one.marketapp.allocate', [imageApp(run(), disk, image), market]),
    )
    keep({ apps: [...run().apps, id] })
  }
  await disks.reduce((earlier, disk, at) => earlier.then(() => importOne(disk, at)), Promise.resolve())
  log('Processing VM NICs')
  if (run().templateApp === null) {
    log('Creating VM app')
    const saved = await link.read('one.template.info', [template ?? -1, false], wire.vmTemplate)
    const text = templateApp(run(), saved.TEMPLATE, machine.TEMPLATE.DISK)
    keep({
      templateApp: await once(
        () => find.app(name),
        () => link.write('one.marketapp.allocate', [text, market]),
      ),
    })
  }
}

const madeBy = ({ apps, templateApp: last }: MarketRun): readonly number[] => [
  ...apps,
  ...(last === null ? [] : [last]),
]

/** A backup is good only when every app is READY; the platform's own tool asks the images, and takes failures for success. */
async function waitForApps(hands: Hands): Promise<void> {
  const { run, link, log, until } = hands
  log('Waiting for image upload')
  await until(
    'The upload did not end',
    async () => {
      const apps = await Promise.all(
        madeBy(run()).map((id) => link.read('one.marketapp.info', [id], wire.marketplaceApp)),
      )
      const bad = apps.find(({ STATE }) => STATE === 3 || STATE === 4)
      if (bad) throw failed(bad.TEMPLATE.ERROR || `App ${bad.ID} is in ERROR`)
      return apps.every(({ STATE }) => STATE === 1) ? true : null
    },
    720,
  )
}

async function record(hands: Hands): Promise<void> {
  const { run, link, keep, log, now } = hands
  if (run().recorded) return
  const before = recordOf(await machineOf(hands))
  const ids = madeBy(run()).join(',')
  log(`Imported app ids: ${ids}`)
  const change = {
    LAST_BACKUP_TIME: Math.floor(now().getTime() / 1_000),
    MARKETPLACE_APP_IDS: ids,
    // A backup that is made once changes neither the frequency nor the place of the others.
    ...(before?.market === undefined || before.market === null ? { MARKETPLACE_ID: run().market } : {}),
  }
  await link.write('one.vm.update', [run().vm, recordText(before?.raw ?? null, change), merge])
  keep({ recorded: true })
}

/** What is gone already is gone. Anything else that stays is told in the log. */
async function drop(hands: Hands, what: string, method: string, params: readonly (number | boolean)[]): Promise<void> {
  await hands.link.write(method, params).catch((error: unknown) => {
    if (!(error instanceof ApiError)) throw error
    if (error.kind === 'signed-out' || error.kind === 'offline') throw error
    if (error.kind !== 'not-found') hands.log(`${what} stays: ${error.complaints[0]?.message ?? error.message}`)
  })
}

async function dropTemplate(hands: Hands): Promise<void> {
  const { run, log } = hands
  const { template, saved, images } = run()
  if (template !== null) {
    log(`Deleting template ${template}`)
    await drop(hands, `Template ${template}`, 'one.template.delete', [template, saved])
  }
  // Images that the template did not hold yet stay behind when it goes.
  if (!saved) await Promise.all(images.map(({ id }) => drop(hands, `Image ${id}`, 'one.image.delete', [id, false])))
}

/** The steps of a backup in their order; each can be begun again, and finds what it did before. */
export const steps: readonly ((hands: Hands) => Promise<void>)[] = [
  async (hands) => {
    if (hands.run().saved) return
    await powerOff(hands)
    await saveTemplate(hands)
    await saveDisks(hands)
  },
  powerOn,
  async (hands) => {
    if (!hands.run().recorded) await importApps(hands)
  },
  async (hands) => {
    if (!hands.run().recorded) await waitForApps(hands)
  },
  record,
  dropTemplate,
  // Only now, when the new backup is good, may the one before go.
  async (hands) => {
    await Promise.all(hands.run().old.map((id) => drop(hands, `App ${id}`, 'one.marketapp.delete', [id])))
  },
]

/** Takes back what a run made; the backup before and the record of the VM stay as they are. */
export async function cleanUp(hands: Hands): Promise<void> {
  const { run, link, log, until } = hands
  if (run().wasOn === true) {
    // A disk that is being saved holds the VM.
    await until(
      'The VM is held',
      async () => {
        const machine = await machineOf(hands)
        return isOff(machine) || isRunning(machine) ? true : null
      },
      60,
    ).catch((error: unknown) => {
      if (!(error instanceof ApiError) || error.code !== 'BACKUP') throw error
      log('The VM is held by other work')
    })
    await powerOn(hands)
  }
  const apps = madeBy(run())
  await Promise.all(
    apps.map(async (id) => {
      // One that is being uploaded cannot go.
      await until(
        'The upload did not end',
        async () => {
          const app = await link.read('one.marketapp.info', [id], wire.marketplaceApp).catch((error: unknown) => {
            if (error instanceof ApiError && error.kind === 'not-found') return null
            throw error
          })
          return app?.STATE === 2 ? null : true
        },
        60,
      )
      await drop(hands, `App ${id}`, 'one.marketapp.delete', [id])
    }),
  )
  await dropTemplate(hands)
}
