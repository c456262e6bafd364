import { holds } from './holds'
import type { Actor } from './privilege'
import type { Verdict } from './verdict'

/** See VMs at all, and what is said of them. A file of its own, since the list of VMs asks it before anything else is there. */
export const maySeeVms = (actor: Actor): Verdict => holds(actor, 'vms.view')
