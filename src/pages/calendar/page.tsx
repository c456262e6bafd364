import { m } from '~/texts/messages'
import { PageHeader } from '~/ui/page'

/** Stands here until the page is built. */
export const Component = () => <PageHeader title={m.calendar_title()} />
