import type { KeyGroup } from '~/pages/parts/keys'
import { m } from '~/texts/messages'

/** The keys of a VM's timeline and of the year below it. */
export const timelineKeys: readonly KeyGroup[] = [
  {
    where: m.palette_keys_timeline,
    keys: [
      { press: [m.palette_keys_arrows], does: m.palette_keys_mark },
      { press: ['Home'], or: ['End'], does: m.palette_keys_mark_ends },
      { press: ['Enter'], does: m.palette_keys_mark_open },
      { press: ['+'], or: ['−'], does: m.palette_keys_zoom },
      { press: ['Page Up'], or: ['Page Down'], does: m.palette_keys_shift },
    ],
  },
  {
    where: m.palette_keys_year,
    keys: [
      { press: [m.palette_keys_arrows], does: m.palette_keys_day },
      { press: ['Home'], or: ['End'], does: m.palette_keys_day_ends },
      { press: ['Page Up'], or: ['Page Down'], does: m.palette_keys_weeks },
      { press: ['Enter'], does: m.palette_keys_day_show },
    ],
  },
]
