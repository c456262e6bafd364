import { Outlet, useOutletContext } from 'react-router'

import type { Datacenter } from '~/domain/datacenter'

/** Shows the child route and hands it the datacenter that its layout route already read. */
export const DatacenterOutlet = ({ datacenter }: { readonly datacenter: Datacenter }) => (
  <Outlet context={datacenter satisfies Datacenter} />
)

/** The datacenter of the page, for routes below one that shows `DatacenterOutlet`. */
export const useDatacenterInView = (): Datacenter => useOutletContext<Datacenter>()
