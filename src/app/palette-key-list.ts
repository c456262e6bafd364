import type { KeyGroup } from '~/pages/parts/keys'
import { m } from '~/texts/messages'

/** The keys inside the palette. */
export const insidePalette: KeyGroup = {
  where: m.palette_keys_palette,
  keys: [
    { press: ['↓'], or: ['↑'], does: m.palette_keys_palette_move },
    { press: ['Home'], or: ['End'], does: m.palette_keys_palette_ends },
    { press: ['Page Up'], or: ['Page Down'], does: m.palette_keys_palette_ten },
    { press: ['Enter'], does: m.palette_keys_palette_choose },
    { press: ['→'], does: m.palette_keys_palette_actions },
    { press: ['⌫'], does: m.palette_keys_palette_back },
  ],
}
