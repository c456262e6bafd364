import { type Administration, mayOpenBackupSide } from './may-administer'
import { connected } from './situation'
import { firstRefusal, no, type Verdict, yes } from './verdict'

/** Save what was entered on the backup side of a datacenter: there must be something to save. */
export const maySaveBackupSide = (administration: Administration, changed: boolean): Verdict =>
  firstRefusal(
    mayOpenBackupSide(administration.actor),
    changed ? yes : no({ code: 'nothing-changed' }),
    connected(administration),
  )
