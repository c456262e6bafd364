/** What a release of OpenNebula has. `market`: backups are made by copying to a marketplace, step by step. */
export interface Capabilities {
  readonly version: string
  readonly market: boolean
  readonly native: boolean
  readonly jobs: boolean
  readonly cancel: boolean
  readonly inPlace: boolean
}

/** By the number alone: `6.10.0.1`. One that cannot be read counts as the newest, and then the platform refuses. */
export function capabilitiesOf(version: string): Capabilities {
  const [, major = '', minor = ''] = /^(\d{1,3})\.(\d{1,3})/u.exec(version) ?? []
  const number = major === '' ? Infinity : Number(major) * 1_000 + Number(minor)
  return {
    version,
    market: number < 6_006,
    native: number >= 6_006,
    jobs: number >= 6_008,
    cancel: number >= 6_008,
    inPlace: number >= 6_010,
  }
}
