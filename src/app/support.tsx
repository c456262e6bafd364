import { m } from '~/texts/messages'

import { settings } from './settings'

/** Where people find help, when the deployment says so. What opens elsewhere says that it does. */
export function Support() {
  const { support } = settings()
  if (support === null) return null
  if (support.startsWith('mailto:')) return <a href={support}>{m.config_support_mail()}</a>
  if (support.startsWith('/')) return <a href={support}>{m.config_support()}</a>
  return (
    <a href={support} target="_blank" rel="noopener noreferrer">
      {m.config_support_page()}
    </a>
  )
}
