import { CapabilityLink } from '~/pages/parts/capability-link'
import type { Explained } from '~/ui/action'

import type { EditorContext } from './editor-context'

import classes from './editor.module.css'

/**
 * Why a control is off, in a line of its own beneath it: what the backup system cannot do, what helps, and where its
 * abilities stand. Who can is not said: whoever reads it administers the datacenter, and no one else can either.
 */
export const Refused = ({
  id,
  context,
  verdict,
}: {
  readonly id: string
  readonly context: EditorContext
  readonly verdict: Extract<Explained, { readonly ok: false }>
}) => (
  <div className={classes['refused']}>
    <span id={id}>
      {verdict.because} {verdict.mend}
    </span>{' '}
    <CapabilityLink datacenterId={context.datacenterId} system={context.system?.name ?? ''} />
  </div>
)
