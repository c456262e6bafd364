import type { Topic } from '~/domain/event-topic'
import { m } from '~/texts/messages'

import type { NameFilter } from './event-view'

/** What a filter by name is called. */
export const nameWords: Readonly<Record<NameFilter, () => string>> = {
  text: m.events_text,
  datacenter: m.events_detail_datacenter,
  tenant: m.events_detail_tenant,
  vm: m.events_detail_vm,
  performedBy: m.events_by,
  virtualDatacenter: m.events_detail_vdc,
  virtualAppliance: m.events_detail_appliance,
  user: m.events_detail_user,
  component: m.events_detail_component,
  rack: m.events_rack,
  physicalMachine: m.events_machine,
  storageSystem: m.events_storage,
  storagePool: m.events_pool,
  volume: m.events_volume,
  network: m.events_network,
  subnet: m.events_subnet,
}

/** What a ready-made question is called. */
export const topicWords: Readonly<Record<Topic, () => string>> = {
  backup: m.events_about_backup,
  failures: m.events_about_failures,
  'failed-backups': m.events_about_failed_backups,
  administration: m.events_about_administration,
}
