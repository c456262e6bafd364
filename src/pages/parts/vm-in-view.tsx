import { Outlet, useOutletContext } from 'react-router'

import type { VirtualMachine } from '~/domain/virtual-machine'

/** Shows the child route and hands it the VM that the page already read, kept fresh by its layout route. */
export const VmOutlet = ({ vm }: { readonly vm: VirtualMachine }) => <Outlet context={vm satisfies VirtualMachine} />

/** The VM of the page, for routes below one that shows `VmOutlet`. */
export const useVmInView = (): VirtualMachine => useOutletContext<VirtualMachine>()
