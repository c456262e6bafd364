import { session } from '~/api/session'
import { m } from '~/texts/messages'

/** Whether who is here works on a platform that keeps VMs in projects. It is the same for the whole visit. */
function inProjects(): boolean {
  const now = session.get()
  return (now.state === 'signed-in' || now.state === 'ended') && now.actor.vmsIn === 'projects'
}

/** What holds virtual appliances, or what stands in place of it. */
export const outerPlaceWords = (): string => (inProjects() ? m.ways_project() : m.vm_fact_vdc())

/** What a VM stands in, as a column and a filter name it. */
export const placeWords = (): string => (inProjects() ? m.ways_project() : m.vms_facet_appliance())

/** By what VMs are searched. */
export const searchHint = (): string => (inProjects() ? m.ways_search_hint() : m.vms_search_hint())

/** Why there may be no VM, and when there will be. */
export const noVmsWords = (): string => (inProjects() ? m.ways_empty_text() : m.vms_empty_text())
