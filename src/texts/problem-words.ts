import type { ValueProblem } from '~/domain/check-assignment'
import type { IsoPart, IsoProblem } from '~/domain/iso-value'
import type { PathProblem } from '~/domain/path-problem'

import { m } from './messages'

const parts: Readonly<Record<IsoPart, () => string>> = {
  year: m.schedule_part_year,
  month: m.schedule_part_month,
  day: m.schedule_part_day,
  week: m.schedule_part_week,
  weekday: m.schedule_part_weekday,
  'day-of-year': m.schedule_part_day_of_year,
  hour: m.schedule_part_hour,
  minute: m.schedule_part_minute,
  second: m.schedule_part_second,
  fraction: m.schedule_part_fraction,
  'offset-hour': m.schedule_part_offset_hour,
  'offset-minute': m.schedule_part_offset_minute,
}

/** What is wrong with a date or a time, where, and how to write it. */
export function isoProblemWords(problem: IsoProblem): string {
  const { found } = problem
  const position = problem.position + 1
  switch (problem.code) {
    case 'empty':
      return m.schedule_iso_empty()
    case 'blank':
      return m.schedule_iso_blank({ position })
    case 'missing':
      return m.schedule_iso_missing({ part: parts[problem.part]() })
    case 'expected':
      return m.schedule_iso_expected({ char: problem.char, position, found })
    case 'digits':
      return m.schedule_iso_digits({ part: parts[problem.part](), n: problem.digits, position, found })
    case 'range':
      return m.schedule_iso_range({ part: parts[problem.part](), least: problem.least, most: problem.most, found })
    case 'no-such-day':
      return m.schedule_iso_no_such_day({
        month: `${String(problem.year).padStart(4, '0')}-${String(problem.month).padStart(2, '0')}`,
        last: problem.last,
        found,
      })
    case 'no-such-week':
      return m.schedule_iso_no_such_week({ year: String(problem.year), last: problem.last, found })
    case 'no-such-day-of-year':
      return m.schedule_iso_no_such_day_of_year({ year: String(problem.year), last: problem.last, found })
    case 'time-missing':
      return m.schedule_iso_time_missing()
    case 'not-t':
      return found.trim() === '' ? m.schedule_iso_blank_for_t() : m.schedule_iso_not_t({ position, found })
    case 'mixed':
      return m.schedule_iso_mixed({ position, found })
    case 'hour-24':
      return m.schedule_iso_hour_24()
    case 'leap-second':
      return m.schedule_iso_leap_second()
    case 'fraction-of-minute':
      return m.schedule_iso_fraction_of_minute()
    case 'negative-zero':
      return m.schedule_iso_negative_zero()
    case 'not-hyphen':
      return m.schedule_iso_not_hyphen({ position, found })
    case 'small-letter':
      return m.schedule_iso_small_letter({ found, capital: found.toUpperCase() })
    case 'trailing':
      return m.schedule_iso_trailing({ position, found })
  }
}

/** What is wrong with the path of a folder, and how to write it. */
export function pathProblemWords(problem: PathProblem): string {
  switch (problem.code) {
    case 'empty':
      return m.schedule_path_empty()
    case 'relative':
      return problem.os === 'linux' ? m.schedule_path_relative_linux() : m.schedule_path_relative_windows()
    case 'other-os':
      return problem.os === 'linux' ? m.schedule_path_other_linux() : m.schedule_path_other_windows()
    case 'home':
      return m.schedule_path_home()
    case 'drive-relative':
      return m.schedule_path_drive_relative({ drive: problem.drive })
    case 'share-missing':
      return m.schedule_path_share_missing()
    case 'device':
      return m.schedule_path_device()
    case 'dots':
      return m.schedule_path_dots({ part: problem.part })
    case 'control':
      return m.schedule_path_control({ position: problem.position + 1 })
    case 'forbidden':
      return m.schedule_path_forbidden({ char: problem.char, position: problem.position + 1 })
    case 'reserved':
      return m.schedule_path_reserved({ part: problem.part })
    case 'ending':
      return m.schedule_path_ending({ part: problem.part })
    case 'too-long':
      return m.schedule_path_too_long({ most: problem.most })
    case 'part-too-long':
      return m.schedule_path_part_too_long({ part: problem.part, most: problem.most })
    case 'neither':
      return m.schedule_path_neither({
        linux: pathProblemWords(problem.linux),
        windows: pathProblemWords(problem.windows),
      })
  }
}

const required: Readonly<Record<ValueProblem['field'], () => string>> = {
  at: m.schedule_value_at_required,
  hours: m.schedule_value_hours_required,
  time: m.schedule_value_time_required,
  days: m.schedule_value_days_required,
  dates: m.schedule_value_days_required,
  disks: m.schedule_value_no_disk,
  paths: m.schedule_value_no_path,
}

/** What is wrong with a value that a policy leaves to the VM. */
export function valueProblemWords(problem: ValueProblem): string {
  switch (problem.code) {
    case 'required':
      return required[problem.field]()
    case 'iso':
      return isoProblemWords(problem.problem)
    case 'offset-required':
      return m.schedule_value_offset_required()
    case 'hours':
      return m.schedule_value_hours({ most: problem.most })
    case 'time':
      return m.schedule_value_time()
    case 'month-dates':
      return m.schedule_value_month_dates()
    case 'year-dates':
      return m.schedule_value_year_dates()
    case 'disks-not-for-type':
      return m.reasons_no_disks_in_type()
    case 'paths-not-for-type':
      return m.reasons_error_paths_type()
    case 'no-disk':
      return m.schedule_value_no_disk()
    case 'disk-gone':
      return m.schedule_value_disk_gone({ disk: problem.disk })
    case 'no-path':
      return m.schedule_value_no_path()
    case 'path':
      return m.schedule_value_path({ path: problem.path.slice(0, 60), words: pathProblemWords(problem.problem) })
    case 'path-twice':
      return m.schedule_value_path_twice({ path: problem.path })
  }
}
