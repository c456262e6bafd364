import { Button } from '@mantine/core'
import { Link } from 'react-router'

import type { Verdict } from '~/domain/verdict'
import { paths } from '~/pages/paths'
import { m } from '~/texts/messages'
import { explain } from '~/texts/reasons'
import { Action } from '~/ui/action'

import classes from '~/pages/parts/policy/policy.module.css'

/** The answers to the form: they stay in view along all of it. */
export const EditorBar = ({
  datacenterId,
  isNew,
  verdict,
  dirty,
  saving,
  onSave,
}: {
  readonly datacenterId: string
  readonly isNew: boolean
  readonly verdict: Verdict
  readonly dirty: boolean
  readonly saving: boolean
  readonly onSave: () => void
}) => (
  <div className={classes['bar']} data-dirty={dirty || undefined}>
    <Action verdict={explain(verdict)} loading={saving} onClick={onSave}>
      {isNew ? m.offers_create() : m.offers_save()}
    </Action>
    <Button component={Link} to={paths.offeredPolicies(datacenterId)} variant="subtle">
      {m.offers_cancel()}
    </Button>
  </div>
)
