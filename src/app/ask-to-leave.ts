import { drivenHere } from '~/api/queries/due'
import { unsavedHere } from '~/ui/unsaved'

import { leave } from './leave'
import { askAbout, type LeaveLoss } from './leave-asked'
import { isLossElsewhere } from './loss-elsewhere'

/** Signs out; where backups would stop with this page, or something here or in another tab is not saved, it is asked first. */
export async function askToLeave(): Promise<void> {
  const loss: LeaveLoss = { backups: drivenHere(), unsaved: unsavedHere() > 0, elsewhere: await isLossElsewhere() }
  if (loss.backups > 0 || loss.unsaved || loss.elsewhere) askAbout(loss)
  else void leave()
}
