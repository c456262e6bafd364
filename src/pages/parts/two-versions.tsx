import { Button } from '@mantine/core'
import type { ReactNode } from 'react'

import { m } from '~/texts/messages'
import { Notice } from '~/ui/notice'

import classes from './two-versions.module.css'

/** A part of a thing that two people changed, in words. */
export interface VersionRow {
  readonly label: string
  readonly mine: ReactNode
  readonly theirs: ReactNode
}

/** Someone else changed the same thing meanwhile: both versions, and a choice. Nothing is overwritten unseen. */
export function VersionChoice({
  onMine,
  onTheirs,
  children,
}: {
  readonly onMine: () => void
  readonly onTheirs: () => void
  /** Both versions, to compare. */
  readonly children: ReactNode
}) {
  return (
    <Notice
      tone="warning"
      title={m.common_versions_title()}
      announce="urgent"
      action={
        <>
          <Button variant="default" size="xs" onClick={onMine}>
            {m.common_versions_keep_mine()}
          </Button>
          <Button variant="default" size="xs" onClick={onTheirs}>
            {m.common_versions_take_theirs()}
          </Button>
        </>
      }
    >
      <p>{m.common_versions_text()}</p>
      {children}
    </Notice>
  )
}

/** The same for a thing that has named parts. */
export function TwoVersions({
  rows,
  ...choice
}: {
  /** What differs; nothing else. */
  readonly rows: readonly VersionRow[]
  readonly onMine: () => void
  readonly onTheirs: () => void
}) {
  return (
    <VersionChoice {...choice}>
      <table className={classes['versions']}>
        <thead>
          <tr>
            <th scope="col">{m.common_versions_what()}</th>
            <th scope="col">{m.common_versions_mine()}</th>
            <th scope="col">{m.common_versions_theirs()}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, mine, theirs }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{mine}</td>
              <td>{theirs}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </VersionChoice>
  )
}
