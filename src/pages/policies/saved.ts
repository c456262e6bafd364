import type { Actor } from '~/domain/privilege'
import { paths } from '~/pages/paths'
import { m } from '~/texts/messages'
import { notify } from '~/ui/notify'

/** Tells that a policy is saved; of a new one also that the platform allows it to its maker's own tenant only. */
export function tellSaved(name: string, made: { readonly by: Actor; readonly datacenterId: string } | null): void {
  if (!made) {
    notify({ tone: 'good', title: m.offers_saved({ name }) })
    return
  }
  const { tenant } = made.by
  notify({
    tone: 'good',
    title: m.offers_created({ name }),
    text: tenant ? m.offers_created_text({ tenant: tenant.name }) : m.offers_created_nobody(),
    link: { to: paths.allowances(made.datacenterId), label: m.offers_created_link() },
  })
}
