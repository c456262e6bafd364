import { settings } from './settings'

/** No words: the product's name stands beside it. */
const decoration = ''

/** The deployment's mark; else ours: a holdfast, the root by which kelp keeps its hold in any storm. */
export const Logo = ({ size }: { readonly size: number }) => (
  <img src={settings().logo} alt={decoration} width={size} height={size} />
)
