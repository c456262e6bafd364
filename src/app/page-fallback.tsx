import { SkeletonRows } from '~/ui/skeleton-rows'

/** Stands in the page's place while its code comes. */
export const PageFallback = () => <SkeletonRows rows={8} />
