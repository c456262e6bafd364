import { ApiError } from '../error'
import { type Hands, machineOf, madeBy } from './market-hands'
import { powerOn } from './market-save'
import { isOff, isRunning } from './states'
import * as wire from './wire'

/** What is gone already is gone. Anything else that stays is told in the log. */
export async function drop(
  hands: Hands,
  what: string,
  method: string,
  params: readonly (number | boolean)[],
): Promise<void> {
  await hands.link.write(method, params).catch((error: unknown) => {
    if (!(error instanceof ApiError)) throw error
    if (error.kind === 'signed-out' || error.kind === 'offline') throw error
    if (error.kind !== 'not-found') hands.log(`${what} stays: ${error.complaints[0]?.message ?? error.message}`)
  })
}

/** Its images one by one: deleted along with the template, an image that the VM still uses, as its CD, could go too. */
export async function dropTemplate(hands: Hands): Promise<void> {
  const { run, log } = hands
  const { template, images } = run()
  if (template !== null) {
    log(`Deleting template ${template}`)
    await drop(hands, `Template ${template}`, 'one.template.delete', [template, false])
  }
  await Promise.all(images.map(({ id }) => drop(hands, `Image ${id}`, 'one.image.delete', [id, false])))
}

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
