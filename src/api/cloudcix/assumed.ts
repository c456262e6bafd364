/**
 * What no public source of CloudCIX states. A fact learnt from a live platform is changed here.
 */
export const assumed = {
  /** `ram` of a VM counts gigabytes. */
  mbPerRam: 1_024,
  /** The text of a throttled answer is that of Django REST Framework, and the seconds stand in it. */
  throttled: /available in (\d{1,5}) second/iu,
  /** A token is renewed after so many milliseconds: the first lives two hours, each next one hour. */
  renewAfter: 30 * 60_000,
  /** Longest name of a backup: a longer one would fail in the database. */
  nameLength: 128,
} as const
