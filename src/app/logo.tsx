import { defaults } from './config/schema'
import { settings } from './settings'

/** No words: the product's name stands beside it. */
const decoration = ''

/** The deployment's mark; else ours, which the page itself holds: a holdfast, the root by which kelp keeps its hold in any storm. */
export function Logo({ size }: { readonly size: number }) {
  const { logo } = settings()
  if (logo !== defaults.logo) return <img src={logo} alt={decoration} width={size} height={size} />
  return (
    <svg width={size} height={size} aria-hidden="true">
      <use href="#holdfast-mark" />
    </svg>
  )
}
