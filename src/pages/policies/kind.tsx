import { Checkbox } from '@mantine/core'
import { useId } from 'react'
import { useController } from 'react-hook-form'

import { systemMakes, systemOffers } from '~/domain/may-administer'
import { PolicyFact } from '~/pages/parts/policy/policy-fact'
import { m } from '~/texts/messages'
import { privilegeWords } from '~/texts/privilege-names'
import { explain } from '~/texts/reasons'
import { Notice } from '~/ui/notice'

import { type KindProps, KindValues } from './kind-values'
import { kindAbout, kindId, kindName, kindTitle } from './kinds'
import { Refused } from './refused'
import { WhoSets } from './who-sets'

import classes from './editor.module.css'

/**
 * One kind of backup: ticked, it shows its values. One that the backup system does not make is off and says why; when the
 * policy has it already it stays, marked, and can be taken out.
 */
export function Kind({
  typeRefused,
  bare,
  ...props
}: KindProps & {
  /** The id of the words that refuse its whole type, which then are not said again. */
  readonly typeRefused: string | null
  /** Its name alone. */
  readonly bare: boolean
}) {
  const { context, type, every } = props
  const { field } = useController({ control: context.control, name: `kinds.${type}.${every}.chosen` })
  const verdict = explain(typeRefused === null ? systemMakes(context.system, type, every) : { ok: true })
  const id = kindId(type, every)
  const off = (typeRefused !== null || !verdict.ok) && !field.value
  const why = typeRefused ?? `${id}-refused`
  return (
    <div className={classes['kind']} data-chosen={field.value || undefined}>
      <Checkbox
        id={id}
        label={kindName(every)}
        {...(!bare && { description: kindAbout(every) })}
        checked={field.value}
        onChange={(event) => {
          if (!off) field.onChange(event.currentTarget.checked)
        }}
        aria-label={kindTitle(type, every)}
        {...(off && { 'aria-disabled': true, 'aria-describedby': why, className: classes['off'] ?? '' })}
      />
      {(field.value || !verdict.ok) && (
        <div className={classes['inside']}>
          {!verdict.ok && !field.value && <Refused id={why} context={context} verdict={verdict} />}
          {!verdict.ok && field.value && (
            <Notice tone="warning" title={m.offers_unfit({ system: context.system?.name ?? '' })}>
              <Refused id={why} context={context} verdict={verdict} />
              <p>{m.offers_kind_unfit()}</p>
            </Notice>
          )}
          {field.value && <KindValues {...props} />}
          {field.value && <Content {...props} />}
        </div>
      )}
    </div>
  )
}

const contentWays = ['vm', 'system'] as const

/** What a kind of backup copies: whether the VM may choose disks. Paths are always the VM's to name. */
function Content({ context, type, every }: KindProps) {
  const { field } = useController({ control: context.control, name: `kinds.${type}.${every}.content` })
  const refusal = useId()
  if (type === 'filesystem')
    return (
      <PolicyFact label={m.policies_paths()} note={null}>
        {field.value === 'vm' ? m.offers_paths_vm() : m.policies_by_system()}
      </PolicyFact>
    )
  const verdict = explain(systemOffers(context.system, 'choose-disks'))
  return (
    <WhoSets
      label={m.offers_who_disks()}
      ways={contentWays}
      value={field.value}
      onChange={field.onChange}
      help={
        field.value === 'system'
          ? m.offers_by_system_help()
          : verdict.ok
            ? m.offers_disks_vm_help({ privilege: privilegeWords('backup.disks') })
            : m.offers_disks_all()
      }
      refused={
        verdict.ok
          ? null
          : { way: 'vm', id: refusal, why: <Refused id={refusal} context={context} verdict={verdict} /> }
      }
    />
  )
}
