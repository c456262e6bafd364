import type { KeyGroup } from '~/pages/parts/keys'
import { m } from '~/texts/messages'

/** The keys of the calendar's tables. */
export const calendarKeys: KeyGroup = {
  where: m.palette_keys_calendar,
  keys: [
    { press: [m.palette_keys_arrows], does: m.palette_keys_cell },
    { press: ['Home'], or: ['End'], does: m.palette_keys_line },
    { press: ['Page Up'], or: ['Page Down'], does: m.palette_keys_ten },
    { press: ['Enter'], or: [m.palette_keys_space], does: m.palette_keys_day_open },
  ],
}
