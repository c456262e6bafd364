import { mutationOptions } from '@tanstack/react-query'

import { platform } from '../platform'

/** Powers a VM on or off; some backup systems restore only what is off. */
export const setPower = (vmId: string) =>
  mutationOptions({ mutationFn: (power: 'on' | 'off') => platform().setPower(vmId, power) })

/** Deploys a VM: with that its policies come into force. */
export const deploy = (vmId: string) => mutationOptions({ mutationFn: () => platform().deploy(vmId) })

/** Undeploys a VM: with that its policies are out of force. */
export const undeploy = (vmId: string) => mutationOptions({ mutationFn: () => platform().undeploy(vmId) })
