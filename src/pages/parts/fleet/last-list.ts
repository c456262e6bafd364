/** The search part of an address; empty: the whole list, as usual. */
let search = ''

/** Keeps what the list of VMs shows, so that the way back from a VM leads to the same rows. */
export function keepList(shown: string): void {
  search = shown
}

/** What the list of VMs showed last, as the search part of its address. */
export const lastList = (): string => search
