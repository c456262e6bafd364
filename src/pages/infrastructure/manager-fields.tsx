import { PasswordInput, TextInput } from '@mantine/core'
import { useController } from 'react-hook-form'

import type { ConnectionField } from '~/domain/backup-manager'
import { isPasswordWanted, leadsElsewhere, type ManagerField, needOf } from '~/domain/check-manager'
import { knownSystem } from '~/domain/known-systems'
import { m } from '~/texts/messages'

import { EndpointField } from './manager-endpoint'
import type { ManagerForm } from './manager-form'

import classes from './manager.module.css'

interface FieldProps {
  readonly form: ManagerForm
  /** Why the value cannot be saved; null while nobody tried, or when it can. */
  readonly error: string | null
}

const labels: Readonly<Record<ConnectionField, () => string>> = {
  endpoint: m.infrastructure_manager_endpoint,
  user: m.infrastructure_manager_user,
  password: m.infrastructure_manager_password,
}

/** Name, and what the plug-in asks for; a field that it has no use for is shown, and says so. */
export function ManagerFields({
  form,
  datacenter,
  faults,
  tried,
}: {
  readonly form: ManagerForm
  readonly datacenter: string
  readonly faults: readonly ManagerField[]
  readonly tried: boolean
}) {
  const errorOf = (field: ManagerField): string | null =>
    tried && faults.includes(field) ? m.infrastructure_manager_missing() : null
  const off = (field: ConnectionField) =>
    needOf(form.system, field) === 'unused' && <Unused label={labels[field]()} system={form.system?.name ?? ''} />
  return (
    <>
      <NameField form={form} error={errorOf('name')} datacenter={datacenter} />
      {off('endpoint') || (
        <EndpointField form={form} required={needOf(form.system, 'endpoint') === 'required'} tried={tried} />
      )}
      {off('user') || <UserField form={form} error={errorOf('user')} />}
      {off('password') || <PasswordField form={form} error={errorOf('password')} />}
    </>
  )
}

function NameField({ form, error, datacenter }: FieldProps & { readonly datacenter: string }) {
  const { field } = useController({ control: form.form.control, name: 'name' })
  return (
    <TextInput
      {...field}
      label={m.infrastructure_manager_name()}
      description={m.infrastructure_manager_name_text({ system: form.system?.name ?? form.draft.type, datacenter })}
      required
      error={error}
      autoComplete="off"
      maxLength={255}
    />
  )
}

function UserField({ form, error }: FieldProps) {
  const { field } = useController({ control: form.form.control, name: 'user' })
  const second = useController({ control: form.form.control, name: 'second' })
  const separator = knownSystem(form.draft.type)?.userSeparator ?? null
  return (
    <div className={classes['pair']} data-two={separator !== null || undefined}>
      <TextInput
        {...field}
        label={m.infrastructure_manager_user()}
        description={m.infrastructure_manager_user_text()}
        required={needOf(form.system, 'user') === 'required'}
        error={error}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
      />
      {separator !== null && (
        <TextInput
          {...second.field}
          label={m.infrastructure_manager_second()}
          description={m.infrastructure_manager_second_text({ separator })}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
        />
      )}
    </div>
  )
}

/** Write only: what is stored never comes back, so the field is always empty at first. */
function PasswordField({ form, error }: FieldProps) {
  const { field } = useController({ control: form.form.control, name: 'password' })
  const { draft, system, known } = form
  const elsewhere = leadsElsewhere(draft, known)
  return (
    <PasswordInput
      {...field}
      label={m.infrastructure_manager_password()}
      description={
        elsewhere
          ? m.infrastructure_manager_password_elsewhere()
          : known
            ? m.infrastructure_manager_password_kept()
            : m.infrastructure_manager_password_text()
      }
      required={isPasswordWanted(draft, system, known)}
      error={error}
      autoComplete="new-password"
      visibilityToggleButtonProps={{ 'aria-label': m.infrastructure_manager_password_show() }}
    />
  )
}

const Unused = ({ label, system }: { readonly label: string; readonly system: string }) => (
  <div className={classes['kept']}>
    <p className={classes['label']}>{label}</p>
    <p className={classes['off']}>{m.infrastructure_manager_unused({ system })}</p>
  </div>
)
