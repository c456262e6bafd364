import { useController } from 'react-hook-form'

import { IsoField } from '~/pages/parts/iso-field'
import { m } from '~/texts/messages'

import { fieldId, fieldName, type Place, type PolicyContext } from './policy-context'
import { DatesField } from './schedule-dates'
import { DaysField } from './schedule-days'
import { HoursField } from './schedule-hours'
import { TimeField } from './schedule-time'

/** Where in the form of a VM an input of a schedule stands. */
interface EntryProps {
  readonly context: PolicyContext
  readonly place: Place
}

/** A defined hour: one moment, as ISO 8601. */
export function AtEntry({ context, place }: EntryProps) {
  const { field } = useController({ control: context.control, name: `${fieldName(place)}.at` })
  return (
    <IsoField
      id={fieldId(place, 'at')}
      label={m.policies_at()}
      value={field.value}
      onChange={field.onChange}
      zone={context.zone}
      problem={context.problemAt(place, 'at')}
    />
  )
}

/** How many hours lie between two runs. */
export function HoursEntry({ context, place, most }: EntryProps & { readonly most?: number }) {
  const { field } = useController({ control: context.control, name: `${fieldName(place)}.hours` })
  return (
    <HoursField
      id={fieldId(place)}
      value={field.value}
      onChange={field.onChange}
      problem={context.problemAt(place, 'hours')}
      {...(most !== undefined && { most })}
    />
  )
}

/** The days of the week. */
export function DaysEntry({ context, place }: EntryProps) {
  const { field } = useController({ control: context.control, name: `${fieldName(place)}.days` })
  return (
    <DaysField
      id={fieldId(place)}
      value={field.value}
      onChange={field.onChange}
      problem={context.problemAt(place, 'days')}
    />
  )
}

/** Days of a month or of a year. */
export function DatesEntry({ context, place, every }: EntryProps & { readonly every: 'monthly' | 'yearly' }) {
  const { field } = useController({ control: context.control, name: `${fieldName(place)}.dates` })
  return (
    <DatesField
      id={fieldId(place)}
      every={every}
      value={field.value}
      onChange={field.onChange}
      problem={context.problemAt(place, 'dates')}
    />
  )
}

/** A time of day with its offset. */
export function TimeEntry({ context, place }: EntryProps) {
  const { control, zone, problemAt, situation } = context
  const time = useController({ control, name: `${fieldName(place)}.time` })
  const offset = useController({ control, name: `${fieldName(place)}.offset` })
  return (
    <TimeField
      id={fieldId(place)}
      time={time.field.value}
      onTime={time.field.onChange}
      offset={offset.field.value}
      onOffset={offset.field.onChange}
      zone={zone}
      now={situation.now}
      problems={{ time: problemAt(place, 'time'), offset: problemAt(place, 'offset') }}
    />
  )
}
