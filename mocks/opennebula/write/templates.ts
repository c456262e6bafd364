import type { Template, World } from '../records'
import { attributesXml, el, head, permissions, plain } from './element'

export const templateXml = (world: World, one: Template): string =>
  el(
    'VMTEMPLATE',
    head(world, one) + permissions(one) + plain('REGTIME', one.regtime) + el('TEMPLATE', attributesXml(one.attributes)),
  )
