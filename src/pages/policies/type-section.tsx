import { useId } from 'react'
import { useWatch } from 'react-hook-form'

import { systemMakes } from '~/domain/may-administer'
import { type BackupType, periodicities } from '~/domain/policy'
import { m } from '~/texts/messages'
import { explain } from '~/texts/reasons'
import { backupTypeWords } from '~/texts/schedule-words'
import { Notice } from '~/ui/notice'
import { Panel } from '~/ui/page'

import type { EditorContext } from './editor-context'
import { Kind } from './kind'
import { typeAbout } from './kinds'
import { Refused } from './refused'

import classes from './editor.module.css'

/** The five kinds of one type of backup. A type that the backup system does not make says so once, for all five. */
export function TypeSection({ context, type }: { readonly context: EditorContext; readonly type: BackupType }) {
  const kinds = useWatch({ control: context.control, name: `kinds.${type}` })
  const verdict = explain(systemMakes(context.system, type))
  const refusal = useId()
  const some = periodicities.some((every) => kinds[every].chosen)
  const kindsOff = !verdict.ok && !some
  const all = periodicities.map((every) => (
    <Kind
      key={every}
      context={context}
      type={type}
      every={every}
      typeRefused={verdict.ok ? null : refusal}
      bare={kindsOff}
    />
  ))
  return (
    <Panel level={3} title={backupTypeWords(type)} text={typeAbout(type)}>
      <div className={classes['kinds']}>
        {kindsOff && <Refused id={refusal} context={context} verdict={verdict} />}
        {!verdict.ok && some && (
          <Notice tone="warning" title={m.offers_unfit({ system: context.system?.name ?? '' })}>
            <Refused id={refusal} context={context} verdict={verdict} />
            <p>{m.offers_kind_unfit()}</p>
          </Notice>
        )}
        {kindsOff ? <div className={classes['offKinds']}>{all}</div> : all}
      </div>
    </Panel>
  )
}
