import { NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'

import { nameProblem, type RestoreWay } from '~/domain/backup-ways'
import { placeOption } from '~/pages/parts/ways/order-fields'
import { m } from '~/texts/messages'
import { nameWords } from '~/texts/name-words'

import { RestoreForm, type RestoreProps } from './restore-form'

import classes from './restore.module.css'

/** Another VM beside the first: its name, where its disks go, and one request. Nothing is overwritten. */
export function RestoreAsNew({
  way,
  ...props
}: RestoreProps & { readonly way: Extract<RestoreWay, { readonly way: 'new-vm' }> }) {
  const [place, setPlace] = useState(way.places[0]?.id ?? '')
  const [typed, setTyped] = useState<string>(m.ways_restore_new_suggested({ vm: props.situation.vm.name }))
  const [tried, setTried] = useState(false)
  const name = typed.trim()
  const problem = nameProblem(props.situation.site.ways, name)
  return (
    <RestoreForm
      {...props}
      order={{ way: 'new-vm', place, name }}
      isRight={problem === null && place !== ''}
      onTried={() => setTried(true)}
      label={m.ways_restore_new_confirm()}
    >
      <p className={classes['soft']}>{m.ways_restore_new_what({ vm: props.situation.vm.name })}</p>
      <TextInput
        label={m.ways_restore_new_name()}
        value={typed}
        autoComplete="off"
        spellCheck={false}
        error={tried && (name === '' ? m.ways_restore_new_name_missing() : nameWords(problem))}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      />
      <NativeSelect
        label={m.ways_restore_new_place()}
        data={way.places.map(placeOption)}
        value={place}
        error={tried && place === '' && m.ways_restore_new_place_missing()}
        onChange={({ currentTarget }) => setPlace(currentTarget.value)}
      />
    </RestoreForm>
  )
}
