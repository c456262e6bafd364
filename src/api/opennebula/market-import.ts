import { merge } from './connection'
import { finders, type Hands, machineOf, madeBy, once } from './market-hands'
import { recordOf, recordText } from './market-record'
import { imageApp, imageAppName, isSaved, templateApp } from './market-template'
import { refused } from './refused'
import * as wire from './wire'

/** Uploads what was saved: an app for each disk, then one for the template that names them. */
export async function importApps(hands: Hands): Promise<void> {
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

/** A backup is good only when every app is READY; the platform's own tool asks the images, and takes failures for success. */
export async function waitForApps(hands: Hands): Promise<void> {
  const { run, link, log, until } = hands
  log('Waiting for image upload')
  await until(
    'The upload did not end',
    async () => {
      const apps = await Promise.all(
        madeBy(run()).map((id) => link.read('one.marketapp.info', [id], wire.marketplaceApp)),
      )
      const bad = apps.find(({ STATE }) => STATE === 3 || STATE === 4)
      if (bad) throw refused(bad.TEMPLATE.ERROR || `App ${bad.ID} is in ERROR`)
      return apps.every(({ STATE }) => STATE === 1) ? true : null
    },
    720,
  )
}

/** Writes into the VM which apps are its newest backup, where the platform's own tool looks for them too; once. */
export async function record(hands: Hands): Promise<void> {
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
