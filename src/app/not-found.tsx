import { useLocation } from 'react-router'

import { paths } from '~/pages/paths'
import { m } from '~/texts/messages'
import { ButtonLink } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'

/** An address where nothing is. */
export function NotFound() {
  const { pathname } = useLocation()
  return (
    <>
      <title>{m.common_document_title({ page: m.not_found_title() })}</title>
      <EmptyState
        level={1}
        shape="question"
        title={m.not_found_title()}
        text={m.not_found_text({ address: pathname })}
        action={<ButtonLink to={paths.overview()}>{m.not_found_home()}</ButtonLink>}
      />
    </>
  )
}
