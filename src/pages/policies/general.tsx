import { Checkbox, Textarea, TextInput } from '@mantine/core'
import { useController } from 'react-hook-form'

import { systemOffers } from '~/domain/may-administer'
import { m } from '~/texts/messages'
import { explain } from '~/texts/reasons'
import { growing } from '~/ui/growing'
import { Notice } from '~/ui/notice'
import { Panel } from '~/ui/page'

import type { EditorContext } from './editor-context'
import { offerId } from './kinds'
import { Refused } from './refused'

import classes from './editor.module.css'

interface PartProps {
  readonly context: EditorContext
}

/** Help below the inputs, so that inputs side by side stand in line. */
const order: ('label' | 'input' | 'error' | 'description')[] = ['label', 'input', 'error', 'description']

/** What a policy is called, and what tenants read of it. */
export function General({ context, used }: PartProps & { readonly used: boolean }) {
  const { control, problemAt } = context
  const name = useController({ control, name: 'name' })
  const code = useController({ control, name: 'code' })
  const description = useController({ control, name: 'description' })
  return (
    <Panel level={3} title={m.offers_general()}>
      <div className={classes['general']}>
        <TextInput
          id={offerId('name')}
          label={m.offers_name()}
          description={m.offers_name_help()}
          required
          inputWrapperOrder={order}
          autoComplete="off"
          value={name.field.value}
          onChange={name.field.onChange}
          error={problemAt(offerId('name'))}
        />
        <TextInput
          id={offerId('code')}
          label={m.offers_code()}
          description={
            used && code.fieldState.isDirty
              ? m.offers_code_used()
              : m.offers_code_help({ datacenter: context.datacenterName })
          }
          required
          inputWrapperOrder={order}
          autoComplete="off"
          spellCheck={false}
          value={code.field.value}
          onChange={code.field.onChange}
          error={problemAt(offerId('code'))}
          styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
        />
        <Textarea
          id={offerId('description')}
          label={m.offers_description()}
          description={m.offers_description_help()}
          inputWrapperOrder={order}
          rows={2}
          styles={{ input: growing(2, 8) }}
          value={description.field.value}
          onChange={description.field.onChange}
          className={classes['wide'] ?? ''}
        />
      </div>
    </Panel>
  )
}

/** A second copy of each backup, where the backup system makes one. */
export function Replication({ context }: PartProps) {
  const { field } = useController({ control: context.control, name: 'replication' })
  const verdict = explain(systemOffers(context.system, 'replication'))
  const off = !verdict.ok && !field.value
  const why = `${offerId('replication')}-refused`
  const refusal = !verdict.ok && <Refused id={why} context={context} verdict={verdict} />
  return (
    <Panel level={3} title={m.offers_replication()}>
      <div className={classes['kinds']}>
        <Checkbox
          id={offerId('replication')}
          label={m.offers_replication_label()}
          description={m.offers_replication_help()}
          checked={field.value}
          onChange={(event) => {
            if (!off) field.onChange(event.currentTarget.checked)
          }}
          error={context.problemAt(offerId('replication'))}
          {...(off && { 'aria-disabled': true, 'aria-describedby': why, className: classes['off'] ?? '' })}
        />
        {refusal &&
          (field.value ? (
            <Notice tone="warning" title={m.offers_unfit({ system: context.system?.name ?? '' })}>
              {refusal}
              <p>{m.offers_kind_unfit()}</p>
            </Notice>
          ) : (
            refusal
          ))}
      </div>
    </Panel>
  )
}
