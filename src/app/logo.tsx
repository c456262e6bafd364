/** No words: the product's name stands beside it. */
const decoration = ''

/** The mark: a holdfast, the root by which kelp keeps its hold in any storm. */
export const Logo = ({ size }: { readonly size: number }) => (
  <img src="/holdfast.svg" alt={decoration} width={size} height={size} />
)
