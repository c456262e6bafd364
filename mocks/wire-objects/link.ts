export interface Link {
  readonly rel: string
  readonly href: string
  readonly title?: string
  readonly type?: string
  /** Only on links of disks: size in MB, as text. */
  readonly length?: string
  readonly diskControllerType?: string
  readonly diskLabel?: string
}

/** `virtualmachine` → `application/vnd.abiquo.virtualmachine+json`; links never carry a version. */
export const mediaType = (entity: string): string => `application/vnd.abiquo.${entity}+json`

/** A link to an entity of Abiquo's own media types. */
export const link = (rel: string, href: string, entity: string, title: string): Link => ({
  rel,
  title,
  type: mediaType(entity),
  href,
})

/** A collection that is not paged, and so carries no `totalSize`. */
export const unpaged = <T>(collection: readonly T[], links: readonly Link[] = []) => ({ links, collection })

/** `yyyy-MM-dd'T'HH:mm:ss.SSSZ`, the date form of events, sessions and results. */
export const wireDate = (at: number): string => new Date(at).toISOString().replace('Z', '+0000')

/** The date form of tasks and jobs. */
export const epochSeconds = (at: number): number => Math.floor(at / 1_000)

/** The two sides from which a datacenter is read. */
export type Side = 'admin' | 'cloud'

export const placeHref = (base: string, side: Side, datacenterId: number): string =>
  side === 'admin' ? `${base}/admin/datacenters/${datacenterId}` : `${base}/cloud/locations/${datacenterId}`
