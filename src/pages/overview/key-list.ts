import type { KeyGroup } from '~/pages/parts/keys'
import { m } from '~/texts/messages'

/** The keys of the overview's charts. */
export const overviewKeys: KeyGroup = {
  where: m.palette_keys_chart,
  keys: [{ press: ['←'], or: ['→'], does: m.palette_keys_bar }],
}
