import { IconCode } from '@tabler/icons-react'
import { useState } from 'react'

import { described } from '~/api/queries/requests'
import { isDeployed, type VirtualMachine } from '~/domain/virtual-machine'
import { Dialog } from '~/pages/parts/dialog'
import { RequestBefore } from '~/pages/parts/requests/as-request'
import { m } from '~/texts/messages'
import { Button } from '~/ui/button'

import classes from './detail.module.css'

/**
 * The same as requests, for what the buttons of a VM's page do at once, without a dialog that could show it: looking
 * sends nothing.
 */
export function VmRequests({ vm }: { readonly vm: VirtualMachine }) {
  const [opened, setOpened] = useState(false)
  return (
    <>
      <Button variant="subtle" leftSection={<IconCode size={17} aria-hidden />} onClick={() => setOpened(true)}>
        {m.requests_of_list()}
      </Button>
      <Dialog title={m.requests_of_vm({ vm: vm.name })} opened={opened} onClose={() => setOpened(false)}>
        <section className={classes['request']}>
          <h3>{m.vm_power_on()}</h3>
          <RequestBefore query={described(['power-on', vm.id], (describe) => describe.setPower(vm.id, 'on'))} />
        </section>
        {!isDeployed(vm) && (
          <section className={classes['request']}>
            <h3>{m.vm_deploy()}</h3>
            <RequestBefore query={described(['deploy', vm.id], (describe) => describe.deploy(vm.id))} />
          </section>
        )}
      </Dialog>
    </>
  )
}
