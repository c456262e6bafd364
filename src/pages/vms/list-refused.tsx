import { maySeeVms } from '~/domain/may-see'
import { Gate } from '~/pages/parts/gate'
import { useActor } from '~/pages/parts/use-actor'
import { m } from '~/texts/messages'

/** In place of the list, for who may not see VMs. */
export const ListRefused = () => (
  <Gate verdict={maySeeVms(useActor())} title={m.vms_title()}>
    {null}
  </Gate>
)
