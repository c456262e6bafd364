import type { CsvCell } from '~/domain/csv'
import type { TrailEvent } from '~/domain/event'
import { m } from '~/texts/messages'
import { eventWords, severityWords } from '~/texts/states'

/**
 * The rows of the file, its head first.
 *
 * @param vmName What people call the VM of an event.
 */
export function fileRows(
  events: readonly TrailEvent[],
  vmName: (event: TrailEvent) => string | null,
): readonly (readonly CsvCell[])[] {
  const head = [
    m.trail_file_at(),
    m.events_severity(),
    m.events_action(),
    m.events_detail_key(),
    m.events_detail_vm(),
    m.trail_file_platform_name(),
    m.events_detail_tenant(),
    m.events_detail_datacenter(),
    m.events_detail_vdc(),
    m.events_detail_appliance(),
    m.events_by(),
    m.events_detail_user(),
    m.events_detail_component(),
    m.events_text(),
    m.events_detail_id(),
  ]
  return [
    head,
    ...events.map((event) => [
      event.at,
      severityWords(event),
      eventWords(event.action) ?? event.action,
      event.action,
      vmName(event),
      event.vmName,
      event.tenant,
      event.datacenter,
      event.virtualDatacenter,
      event.virtualAppliance,
      event.performedBy,
      event.user,
      event.component,
      event.text,
      event.id,
    ]),
  ]
}
