/** Seconds. */
export const hour = 3_600
export const day = 24 * hour

/** An hour of the day in UTC, so many times ago, 0 the last time; in epoch seconds. Less than 0: to come. */
export function past(now: number, times: number, at: number): number {
  const today = Math.floor(now / day) * day + at * hour
  return (today > now ? today - day : today) - times * day
}
