import { DEFAULT_THEME, defaultVariantColorsResolver, mergeMantineTheme } from '@mantine/core'
import { expect, test } from 'vitest'

import { theme } from './theme'
import { variantColors } from './variants'

const whole = mergeMantineTheme(DEFAULT_THEME, theme)
const variants = ['filled', 'light', 'subtle', 'outline', 'default']

test.each(
  ['tide', 'gray', 'red']
    .flatMap((color) => variants.map((variant) => [color, variant] as const))
    .concat([
      ['red.9', 'filled'],
      ['red.6', 'filled'],
    ]),
)('%s, %s: the colours that Mantine would tell', (color, variant) => {
  const asked = { color, variant, theme: whole }
  expect(variantColors(asked)).toEqual(defaultVariantColorsResolver(asked))
})
