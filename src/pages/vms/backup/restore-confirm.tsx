import { TextInput } from '@mantine/core'
import { useState } from 'react'

import { UserText } from '~/pages/parts/user-text'
import { m } from '~/texts/messages'
import { sameName } from '~/ui/same-name'

import { RestoreForm, type RestoreProps } from './restore-form'

/** The name of the VM, typed because its disks are overwritten, and then one request. */
export function RestoreConfirm(props: RestoreProps) {
  const { vm } = props.situation
  const [typed, setTyped] = useState('')
  const [tried, setTried] = useState(false)
  const agrees = sameName(typed, vm.name)
  return (
    <RestoreForm
      {...props}
      order={{ way: 'in-place' }}
      isRight={agrees}
      onTried={() => setTried(true)}
      label={m.restore_confirm()}
      harms
    >
      <TextInput
        label={m.restore_type_name()}
        description={
          <>
            {m.restore_type_hint()} <UserText identity>{vm.name}</UserText>
          </>
        }
        value={typed}
        autoComplete="off"
        spellCheck={false}
        error={tried && !agrees && m.restore_type_wrong()}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      />
    </RestoreForm>
  )
}
