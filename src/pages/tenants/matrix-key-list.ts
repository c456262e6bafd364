import type { KeyGroup } from '~/pages/parts/keys'
import { m } from '~/texts/messages'

/** The keys of the table of policies and tenants. */
export const matrixKeys: KeyGroup = {
  where: m.palette_keys_matrix,
  keys: [
    { press: [m.palette_keys_arrows], does: m.palette_keys_cell },
    { press: ['Home'], or: ['End'], does: m.palette_keys_line },
    { press: ['Ctrl', 'Home'], or: ['Ctrl', 'End'], does: m.palette_keys_corner },
    { press: ['Ctrl', m.palette_keys_arrows], does: m.palette_keys_edge },
    { press: ['Page Up'], or: ['Page Down'], does: m.palette_keys_ten },
    { press: [m.palette_keys_space], or: ['Enter'], does: m.palette_keys_change },
    { press: ['Shift', m.palette_keys_arrows], does: m.palette_keys_range },
    { press: ['Shift', m.palette_keys_space], does: m.palette_keys_repeat },
    { press: ['Esc'], does: m.palette_keys_narrow },
    { press: [m.palette_keys_letters], does: m.palette_keys_tenant },
  ],
}
