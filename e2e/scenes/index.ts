import { administering } from './administering'
import { cloudCix, openNebula } from './other-platforms'
import { protecting } from './protecting'
import { restoring } from './restoring'
import type { Scene } from './scene'
import { vms } from './vms'

/** Every scene of the manual. */
export const scenes: readonly Scene[] = [
  ...vms,
  ...protecting,
  ...restoring,
  ...administering,
  ...openNebula,
  ...cloudCix,
]
