import { textOf } from '../attributes'
import type { App, Market, World } from '../records'
import { attributesXml, cdata, el, head, idList, permissions, plain, vector } from './element'

export const marketXml = (world: World, one: Market): string =>
  el(
    'MARKETPLACE',
    head(world, one) +
      plain('STATE', one.state) +
      cdata('MARKET_MAD', one.mad) +
      cdata('ZONE_ID', 0) +
      plain('TOTAL_MB', 500_000) +
      plain('FREE_MB', one.freeMb) +
      plain('USED_MB', 500_000 - one.freeMb) +
      idList(
        'MARKETPLACEAPPS',
        [...world.apps.values()].filter(({ marketId }) => marketId === one.id).map(({ id }) => id),
      ) +
      permissions(one) +
      vector('TEMPLATE', { MARKET_MAD: one.mad }),
  )

export const appXml = (world: World, one: App): string =>
  el(
    'MARKETPLACEAPP',
    head(world, one).replace('<NAME>', `${plain('REGTIME', one.regtime)}<NAME>`) +
      cdata('ZONE_ID', 0) +
      cdata('ORIGIN_ID', one.originId) +
      cdata('SOURCE', one.state === 1 && one.type === 1 ? `http://market/${one.id}` : '') +
      cdata('MD5', '') +
      plain('SIZE', one.sizeMb) +
      cdata('DESCRIPTION', '') +
      cdata('VERSION', textOf(one.template, 'VERSION') ?? '') +
      cdata('FORMAT', '') +
      cdata('APPTEMPLATE64', textOf(one.template, 'APPTEMPLATE64') ?? '') +
      plain('MARKETPLACE_ID', one.marketId) +
      plain('MARKETPLACE', world.markets.get(one.marketId)?.name ?? '') +
      plain('STATE', one.state) +
      plain('TYPE', one.type) +
      permissions(one) +
      el('TEMPLATE', attributesXml(one.template) + (one.error === null ? '' : cdata('ERROR', one.error))),
  )
