/** A time of day with its fixed offset from UTC. */
export interface OffsetTime {
  /** 0 to 23 */
  readonly hour: number
  readonly minute: number
  readonly second: number
  /** Minutes east of UTC, -1080 to 1080. */
  readonly offset: number
}
