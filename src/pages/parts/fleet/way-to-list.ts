import { paths } from '~/pages/paths'
import { m } from '~/texts/messages'

import { isFiltered, readView } from './fleet-view'

/** What the list of VMs showed last, as the search part of its address. */
let search = ''

/** Keeps what the list of VMs shows, so that the way back from a VM leads to the same rows. Empty: all, as usual. */
export function keepList(shown: string): void {
  search = shown
}

/** The link from a VM back to the list as it was seen last, by a name that tells whether it holds all VMs. */
export const wayToList = (): { readonly to: string; readonly label: string } => ({
  to: paths.vms() + search,
  label: isFiltered(readView(new URLSearchParams(search))) ? m.vm_back_to_found() : m.vm_back_to_list(),
})
