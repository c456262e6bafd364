import { paths } from '~/pages/paths'
import { m } from '~/texts/messages'

import { isFiltered, readView } from './fleet-view'
import { lastList } from './last-list'

/** The link from a VM back to the list as it was seen last, by a name that tells whether it holds all VMs. */
export function wayToList(): { readonly to: string; readonly label: string } {
  const search = lastList()
  return {
    to: paths.vms() + search,
    label: isFiltered(readView(new URLSearchParams(search))) ? m.vm_back_to_found() : m.vm_back_to_list(),
  }
}
