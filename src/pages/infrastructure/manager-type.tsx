import { Radio } from '@mantine/core'
import { useController } from 'react-hook-form'

import type { BackupSystemType } from '~/domain/backup-manager'
import { m } from '~/texts/messages'
import { Notice } from '~/ui/notice'
import { ShapeIcon } from '~/ui/state-mark'

import type { ManagerForm } from './manager-form'

import classes from './manager.module.css'

/** Which plug-in speaks to the backup system: chosen once, for it cannot change afterwards. */
export function TypeChoice({
  form,
  types,
  error,
}: {
  readonly form: ManagerForm
  readonly types: readonly BackupSystemType[]
  readonly error: string | null
}) {
  const { field } = useController({ control: form.form.control, name: 'type' })
  if (types.length === 0)
    return (
      <Notice tone="warning" title={m.infrastructure_manager_no_types()}>
        {m.infrastructure_manager_no_types_text()}
      </Notice>
    )
  return (
    <Radio.Group
      label={m.infrastructure_manager_type()}
      description={m.infrastructure_manager_type_once()}
      value={field.value}
      onChange={field.onChange}
      error={error}
    >
      <div className={classes['types']}>
        {types.map(({ type, name, versions }, place) => (
          <Radio.Card
            key={type}
            value={type}
            className={classes['type'] ?? ''}
            {...(place === 0 && { ref: field.ref })}
            aria-label={name}
            aria-description={versions ?? undefined}
          >
            <Radio.Indicator size="sm" />
            <span className={classes['typeWords']}>
              <strong>{name}</strong>
              <span className={classes['soft']}>
                {versions === null ? type : m.infrastructure_manager_versions({ versions })}
              </span>
            </span>
          </Radio.Card>
        ))}
      </div>
    </Radio.Group>
  )
}

/** The type of a manager that is saved. */
export const TypeKept = ({ type, system }: { readonly type: string; readonly system: BackupSystemType | null }) => (
  <div className={classes['kept']}>
    <p className={classes['label']}>{m.infrastructure_manager_type()}</p>
    <p className={classes['keptValue']}>
      <ShapeIcon shape="lock" />
      <strong>
        <bdi>{system?.name ?? type}</bdi>
      </strong>
      {system?.versions != null && (
        <span className={classes['soft']}>{m.infrastructure_manager_versions({ versions: system.versions })}</span>
      )}
    </p>
    <p className={classes['soft']}>{m.infrastructure_manager_type_kept()}</p>
  </div>
)
