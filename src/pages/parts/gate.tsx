import type { ReactNode } from 'react'

import type { Verdict } from '~/domain/verdict'
import { m } from '~/texts/messages'
import { explain } from '~/texts/reasons'
import { Refusal } from '~/ui/action'
import { PageHeader, Panel } from '~/ui/page'

/** A page for those who may open it; everyone else, come by a link perhaps, reads why not and who can. */
export function Gate({
  verdict,
  title,
  children,
}: {
  readonly verdict: Verdict
  readonly title: string
  readonly children: ReactNode
}) {
  const explained = explain(verdict)
  if (explained.ok) return <>{children}</>
  return (
    <>
      <PageHeader title={title} />
      <Panel title={m.common_not_for_you()}>
        <Refusal verdict={explained} />
      </Panel>
    </>
  )
}
