import type { BackupPlace } from '~/domain/backup-ways'
import type { Datacenter } from '~/domain/datacenter'
import { formatList, formatSize } from '~/texts/format'
import { m } from '~/texts/messages'
import { type Explained, Refusal } from '~/ui/action'
import { Notice } from '~/ui/notice'

import classes from './list.module.css'

const placeWords = ({ name, freeMb }: BackupPlace): string =>
  freeMb === null ? name : m.ways_place_free({ name, free: formatSize(freeMb) })

/** The datacenters for people who may see them, but not their backup side: the names, where backups go, and why no more. */
export const NamesOnly = ({
  rows,
  refusal,
}: {
  readonly rows: readonly Datacenter[]
  readonly refusal: Extract<Explained, { readonly ok: false }>
}) => (
  <>
    <Notice
      tone="neutral"
      title={
        rows.some(({ places = [] }) => places.length > 0)
          ? m.infrastructure_list_places_only()
          : m.infrastructure_list_names_only()
      }
    >
      <Refusal verdict={refusal} />
    </Notice>
    <ul className={classes['names']} aria-label={m.infrastructure_list_label()}>
      {rows.map(({ id, name, location, places = [] }) => (
        <li key={id}>
          <strong>
            <bdi>{name}</bdi>
          </strong>
          <bdi className={classes['soft']}>{location ?? formatList(places.map(placeWords))}</bdi>
        </li>
      ))}
    </ul>
  </>
)
