/** A time of day with its fixed offset from UTC. */
export interface OffsetTime {
  /** 0 to 23 */
  readonly hour: number
  readonly minute: number
  readonly second: number
  /** Minutes east of UTC, -1439 to 1439. */
  readonly offset: number
}

/** A day of the proleptic Gregorian calendar, years 0 (1 BC) to 9999. */
export interface IsoDate {
  readonly year: number
  /** 1 to 12 */
  readonly month: number
  /** 1 to 31 */
  readonly day: number
}

/** A time of day; digits beyond the millisecond are cut. */
export interface IsoTime {
  readonly hour: number
  readonly minute: number
  readonly second: number
  readonly millisecond: number
  /** Minutes east of UTC; `null` when the text gives none, and then it is not guessed. */
  readonly offset: number | null
}

/** A calendar date and a time as they were written, and the instant when the text fixes one. */
export interface OffsetDateTime extends IsoDate, IsoTime {
  /** `null` without an offset. */
  readonly instant: Date | null
}

/** A part of a date-time that can be wrong. */
export type IsoPart =
  | 'year'
  | 'month'
  | 'day'
  | 'week'
  | 'weekday'
  | 'day-of-year'
  | 'hour'
  | 'minute'
  | 'second'
  | 'fraction'
  | 'offset-hour'
  | 'offset-minute'

/** What a text does wrong. */
export type IsoFault =
  | { readonly code: 'empty' }
  /** Blanks before, after or inside. */
  | { readonly code: 'blank' }
  /** The text ends before this part. */
  | { readonly code: 'missing'; readonly part: IsoPart }
  /** This character separates the parts. */
  | { readonly code: 'expected'; readonly char: '-' | ':' }
  /** This part is not written with so many digits. */
  | { readonly code: 'digits'; readonly part: IsoPart; readonly digits: number }
  | { readonly code: 'range'; readonly part: IsoPart; readonly least: number; readonly most: number }
  | { readonly code: 'no-such-day'; readonly year: number; readonly month: number; readonly last: number }
  | { readonly code: 'no-such-week'; readonly year: number; readonly last: number }
  | { readonly code: 'no-such-day-of-year'; readonly year: number; readonly last: number }
  /** A date without a time where both are wanted. */
  | { readonly code: 'time-missing' }
  /** Something else than `T` stands between date and time. */
  | { readonly code: 'not-t' }
  /** Basic format (no separators) and extended format (with them) in one text. */
  | { readonly code: 'mixed' }
  /** ISO 8601:2019 and RFC 3339 know no 24:00. */
  | { readonly code: 'hour-24' }
  /** A leap second where none can be: elsewhere than at the end of a month in UTC, or in a time without a date. */
  | { readonly code: 'leap-second' }
  /** Only seconds may have a fraction. */
  | { readonly code: 'fraction-of-minute' }
  /** ISO 8601 forbids -00:00; RFC 3339 means "unknown" by it. */
  | { readonly code: 'negative-zero' }
  /** A dash or a minus of another alphabet in place of `-`. */
  | { readonly code: 'not-hyphen' }
  /** The letter must be a capital one. */
  | { readonly code: 'small-letter' }
  /** The text goes on after its end. */
  | { readonly code: 'trailing' }

/** What is wrong with a text, where (index of the character, from 0), and what stands there (cut when long). */
export type IsoProblem = IsoFault & { readonly position: number; readonly found: string }

/** A text that was read, or the first thing that is wrong with it. Reading never throws. */
export type Parsed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: IsoProblem }
