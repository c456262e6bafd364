/** As many VMs as a usual screen shows, and a little more: what is asked of a list first. */
export const firstWindow = 30
