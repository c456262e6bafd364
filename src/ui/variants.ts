import type { VariantColorResolverResult, VariantColorsResolver } from '@mantine/core'

const line = 'calc(0.0625rem * var(--mantine-scale)) solid'
const none = `${line} transparent`
const colour = (name: string): string => `var(--mantine-color-${name})`

/** Of `red.9` the colour and its neighbour, of `red` what the theme fills with. */
function filled(named: string): VariantColorResolverResult {
  const [name = '', shade] = named.split('.')
  const [background, hover] =
    shade === undefined
      ? [`${name}-filled`, `${name}-filled-hover`]
      : [`${name}-${shade}`, `${name}-${shade === '9' ? 8 : Number(shade) + 1}`]
  return { background: colour(background), hover: colour(hover), color: colour('white'), border: none }
}

/**
 * The colours of a variant, as Mantine's own resolver says them for names of the theme's colours; pages use no others. What
 * that does beyond, reckoning with colours, would come before the list of VMs.
 */
export const variantColors: VariantColorsResolver = ({ color: name = '', variant }) => {
  const quiet = {
    background: 'transparent',
    hover: colour(`${name}-light-hover`),
    color: colour(`${name}-light-color`),
  }
  switch (variant) {
    case 'filled':
      return filled(name)
    case 'light':
      return { ...quiet, background: colour(`${name}-light`), border: none }
    case 'subtle':
      return { ...quiet, border: none }
    case 'outline':
      return {
        background: 'transparent',
        hover: colour(`${name}-outline-hover`),
        color: colour(`${name}-outline`),
        border: `${line} ${colour(`${name}-outline`)}`,
      }
    default:
      return {
        background: colour('default'),
        hover: colour('default-hover'),
        color: colour('default-color'),
        border: `${line} ${colour('default-border')}`,
      }
  }
}
