import { ApiError } from '../error'
import { attributesOf, attributeText, fromBase64 } from './attribute-text'
import type { Connection } from './connection'
import { refused } from './refused'
import * as wire from './wire'

/** What a restore made so far, so that it can be taken back. */
interface Made {
  readonly images: number[]
  template: number | null
}

/** The appliances of a backup in their order, all of them ready, else nothing is begun. */
async function readyApps(link: Connection, ids: readonly number[]): Promise<readonly wire.MarketplaceApp[]> {
  if (ids.length === 0) throw refused('There is no backup', 'APP')
  const apps = await Promise.all(ids.map((id) => link.read('one.marketapp.info', [id], wire.marketplaceApp)))
  const late = apps.find(({ STATE }) => STATE !== 1)
  if (late) throw refused(`App ${late.ID} is not READY`, 'APP')
  return apps
}

/** An exported image may have another form than its disk had. */
async function freeForm(link: Connection, image: number): Promise<void> {
  const { TEMPLATE } = await link.read('one.image.info', [image, false], wire.image)
  const { FORMAT, DRIVER, ...rest } = attributesOf(TEMPLATE)
  if (FORMAT === undefined && DRIVER === undefined) return
  await link.write('one.image.update', [image, attributeText(rest), 0])
}

async function takeBack(link: Connection, { images, template }: Made): Promise<void> {
  const quietly = async (method: string, id: number): Promise<void> => {
    await link.write(method, [id, false]).catch(() => null)
  }
  if (template !== null) await quietly('one.template.delete', template)
  await Promise.all(images.map((id) => quietly('one.image.delete', id)))
}

/**
 * Makes a VM of a Marketplace backup: an image of each appliance in a datastore, a template of them, and a VM with new
 * networks. Its VM of before stays as it is. What was made before something failed is taken back.
 * @returns The number of the new VM.
 */
export async function restoreApps(
  link: Connection,
  ids: readonly number[],
  { place, name }: { readonly place: number; readonly name: string },
): Promise<number> {
  const apps = await readyApps(link, ids)
  const template = apps.at(-1)
  if (template?.TYPE !== 2) throw refused('The backup has no template', 'APP')
  const wanted = template.TEMPLATE.DISK.map(({ APP }) => apps.find(({ NAME }) => NAME === APP))
  const found = wanted.filter((app) => app !== undefined)
  if (found.length !== wanted.length) throw refused('An app of a disk is missing', 'APP')
  const made: Made = { images: [], template: null }
  try {
    const restoreOne = async (app: wire.MarketplaceApp, at: number): Promise<void> => {
      const text = `${fromBase64(app.APPTEMPLATE64)}\n${attributeText({ NAME: `${name}-${at}`, FROM_APP: `${app.ID}` })}`
      made.images.push(Number(await link.write('one.image.allocate', [text, place, false])))
      await freeForm(link, made.images[at] ?? -1)
    }
    await found.reduce((earlier, app, at) => earlier.then(() => restoreOne(app, at)), Promise.resolve())
    const disks = made.images.map((id) => ({ IMAGE_ID: `${id}` }))
    const text = `${fromBase64(template.APPTEMPLATE64)}\n${attributeText({ NAME: name, DISK: disks })}`
    made.template = Number(await link.write('one.template.allocate', [text]))
    return Number(await link.write('one.template.instantiate', [made.template, name, false, '', false]))
  } catch (error) {
    // Nobody knows whether the last step was done; what is there may be in use.
    if (!(error instanceof ApiError) || error.kind !== 'unknown-outcome') await takeBack(link, made)
    throw error
  }
}
