import { NativeSelect, TextInput } from '@mantine/core'

import { type BackupOrder, type BackupPlace, orderProblem } from '~/domain/backup-ways'
import type { Situation } from '~/domain/situation'
import { formatSize } from '~/texts/format'
import { m } from '~/texts/messages'
import { nameWords } from '~/texts/name-words'
import { Notice } from '~/ui/notice'

/** A place as a choice, with what is left of it. */
export const placeOption = ({ id, name, freeMb }: BackupPlace): { readonly value: string; readonly label: string } => ({
  value: id,
  label: freeMb === null ? name : m.ways_place_free({ name, free: formatSize(freeMb) }),
})

/** What a person decides of a backup by hand, where the platform asks; where it asks nothing, nothing is shown. */
export function OrderFields({
  situation: { site, vm },
  order,
  missed,
  onChange,
}: {
  readonly situation: Situation
  readonly order: BackupOrder
  /** The answer was given with something missing: now it is said what. */
  readonly missed: boolean
  readonly onChange: (order: BackupOrder) => void
}) {
  const { places, nameLength, interrupts } = site.ways
  const problem = missed ? orderProblem(site.ways, order) : null
  return (
    <>
      {places.length > 0 && (
        <NativeSelect
          label={m.ways_place()}
          data={places.map(placeOption)}
          value={order.place ?? ''}
          error={problem === 'place' && m.ways_place_missing()}
          onChange={({ currentTarget }) => onChange({ ...order, place: currentTarget.value })}
        />
      )}
      {nameLength !== null && (
        <TextInput
          label={m.ways_name()}
          value={order.name ?? ''}
          maxLength={nameLength}
          autoComplete="off"
          error={problem !== 'place' && nameWords(problem)}
          onChange={({ currentTarget }) => onChange({ ...order, name: currentTarget.value })}
        />
      )}
      {interrupts && vm.state === 'on' && (
        <Notice tone="warning" title={m.ways_interrupts_title()}>
          <p>{m.ways_interrupts_text()}</p>
        </Notice>
      )}
    </>
  )
}
