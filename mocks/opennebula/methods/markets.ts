import { readAttributes, textOf } from '../attributes'
import { type Call, found, isAdmin, type Method, notAuthorized } from '../call'
import { after, type App, nextId } from '../records'
import { codes, Refused } from '../refusal'
import { stamp } from '../states'
import { pool } from '../write/element'
import { appXml, marketXml } from '../write/markets'
import { checkName } from './jobs'
import { filtered, paged } from './vms'

/** Uploads an image, which takes its time and may fail; a template is there at once. */
function allocate(call: Call): number {
  const { world, person, now } = call
  if (!isAdmin(person) && !world.marketCreators.has(person.id)) throw notAuthorized(call, 'CREATE MARKETPLACEAPP')
  const market = world.markets.get(call.number(1))
  if (!market) throw new Refused(codes.noExists, 'Cannot find associated MARKETPLACE')
  const template = readAttributes(call.text(0))
  const isImage = textOf(template, 'TYPE') === 'IMAGE'
  const origin = world.images.get(Number(textOf(template, 'ORIGIN_ID') ?? -1))
  if (isImage && !origin) throw new Refused(codes.allocate, 'Image for the app does not exist')
  const app: App = {
    id: nextId(world.apps),
    uid: person.id,
    gid: person.gid,
    name: checkName(textOf(template, 'NAME') ?? ''),
    rights: '110000000',
    regtime: now,
    type: isImage ? 1 : 2,
    state: isImage ? 2 : 1,
    sizeMb: origin?.sizeMb ?? 0,
    originId: origin?.id ?? -1,
    marketId: market.id,
    template: template.filter(([name]) => name !== 'NAME' && name !== 'ORIGIN_ID'),
    error: null,
  }
  if ([...world.apps.values()].some(({ name, uid }) => name === app.name && uid === person.id))
    throw new Refused(codes.allocate, 'NAME is already taken by MARKETPLACEAPP.')
  world.apps.set(app.id, app)
  if (!origin || !isImage) return app.id
  origin.state = 4
  after(world, now + 20 + Math.round(origin.sizeMb / 2_048), (there, at) => {
    // Whoever deletes the image too early takes the upload with it.
    const isGone = !there.images.has(origin.id)
    origin.state = 1
    if (market.uploadError === null && !isGone) app.state = 1
    else {
      app.state = 3
      app.sizeMb = 0
      app.error = `${stamp(at)} : Error importing app into marketplace: ${market.uploadError ?? 'Error exporting image to file: -'}`
    }
  })
  return app.id
}

const appOf = (call: Call, way: 'USE' | 'MANAGE'): App =>
  found(call, call.world.apps, ['MARKETPLACEAPP', 'marketplaceapp'], call.number(0), way)

export const marketMethods: readonly Method[] = [
  {
    name: 'one.marketpool.info',
    takes: '',
    run: (call) =>
      pool(
        'MARKETPLACE_POOL',
        filtered(call, call.world.markets.values(), -2).map((one) => marketXml(call.world, one)),
      ),
  },
  {
    name: 'one.market.info',
    takes: 'i',
    may: 'b',
    run: (call) =>
      marketXml(call.world, found(call, call.world.markets, ['MARKETPLACE', 'marketplace'], call.number(0), 'USE')),
  },
  {
    name: 'one.marketapppool.info',
    takes: 'iii',
    run: (call) =>
      pool(
        'MARKETPLACEAPP_POOL',
        paged(filtered(call, call.world.apps.values(), call.number(0)), call.number(1), call.number(2)).map((one) =>
          appXml(call.world, one),
        ),
      ),
  },
  { name: 'one.marketapp.info', takes: 'i', may: 'b', run: (call) => appXml(call.world, appOf(call, 'USE')) },
  { name: 'one.marketapp.allocate', takes: 'si', run: allocate },
  {
    name: 'one.marketapp.delete',
    takes: 'i',
    run: (call) => {
      const app = appOf(call, 'MANAGE')
      if (app.state === 2) throw new Refused(codes.action, 'Cannot delete app: it is LOCKED')
      call.world.apps.delete(app.id)
      return app.id
    },
  },
]
