/** What a deployment says of its CloudCIX. */
export interface CloudCixOptions {
  /** Addresses of the three applications: absolute, or paths of the console's own origin. */
  readonly membership: string
  readonly iaas: string
  readonly compute: string
  /** Which of the two keeps the VMs: `iaas` is the first generation, `compute` the second. */
  readonly generation: 'iaas' | 'compute'
  /** Mailbox of the people who restore. */
  readonly mailbox: string
  /** Names of regions by their numbers, which are all that the platform tells of them. */
  readonly regions?: ReadonlyMap<string, string>
  /** IANA zone of a region by its name. */
  readonly timeZoneOf?: (region: string) => string | null
}
