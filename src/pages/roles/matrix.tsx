import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useSearchParams } from 'react-router'

import { roles as rolesQuery } from '~/api/queries/roles'
import type { BackupPrivilege, Role } from '~/domain/role'
import { EvidenceButton } from '~/pages/parts/evidence/evidence-button'
import { Freshness } from '~/pages/parts/freshness'
import { ListSection } from '~/pages/parts/list-section'
import { ResponsiveTable } from '~/pages/parts/responsive-table'
import { SearchBox } from '~/pages/parts/toolbar/search-box'
import { explainError } from '~/texts/errors'
import { m } from '~/texts/messages'
import { fold, hasWords, searchWords } from '~/texts/search'
import { EmptyState } from '~/ui/empty-state'
import { ErrorPanel } from '~/ui/error-panel'
import { SkeletonRows } from '~/ui/skeleton-rows'

import { columnsFor } from './matrix-columns'
import { roleEvidence } from './matrix-evidence'
import { RolePanel } from './role-panel'

import classes from './roles.module.css'

/** The privileges of each role are a question of its own, so that many roles are not read at once. */
const mostShown = 25

/** The platform's real roles with what they give of the five; each opens to be changed. */
export function RolesMatrix() {
  const roles = useQuery(rolesQuery())
  const [params] = useSearchParams()
  const text = params.get('q') ?? ''
  return (
    <ListSection
      title={m.roles_platform()}
      note={
        roles.data && <Freshness reading={roles} unreadable={roles.data.unreadable} note={m.roles_platform_text()} />
      }
      aside={
        roles.data && (
          <EvidenceButton
            reads={['listRoles', ...rolesIn(roles.data.rows, text).shown.map(({ id }) => `getRolePrivileges ${id}`)]}
            make={() =>
              roleEvidence({
                ...rolesIn(roles.data.rows, text),
                total: roles.data.rows.length,
                text,
                reading: {
                  dataUpdatedAt: roles.dataUpdatedAt,
                  isRefetchError: roles.isRefetchError,
                  unreadable: roles.data.unreadable,
                },
              })
            }
          />
        )
      }
    >
      {roles.data && <Matrix roles={roles.data.rows} />}
      {roles.isPending && <SkeletonRows rows={6} />}
      {!roles.data && roles.error && (
        <ErrorPanel
          error={explainError(roles.error)}
          onRetry={() => void roles.refetch()}
          retrying={roles.isFetching}
        />
      )}
    </ListSection>
  )
}

/** The roles whose names hold a text, and those of them that are shown. */
function rolesIn(roles: readonly Role[], text: string) {
  const words = searchWords(text)
  const found = roles.filter(({ name }) => hasWords(fold(name), words))
  return { found: found.length, shown: found.slice(0, mostShown) }
}

function Matrix({ roles }: { readonly roles: readonly Role[] }) {
  const [params, setParams] = useSearchParams()
  const [suggested, setSuggested] = useState<BackupPrivilege | null>(null)
  const put = (key: 'q' | 'role', value: string | null, replace: boolean): void =>
    setParams(
      (before) => {
        if (value) before.set(key, value)
        else before.delete(key)
        return before
      },
      { replace, preventScrollReset: true },
    )
  const open = ({ id }: Role, give: BackupPrivilege | null = null): void => {
    setSuggested(give)
    put('role', id, false)
  }
  const text = params.get('q') ?? ''
  const { found, shown } = rolesIn(roles, text)
  return (
    <>
      {(roles.length > mostShown || text !== '') && (
        <search className={classes['search']}>
          <SearchBox
            text={text}
            label={m.roles_search()}
            hint={m.roles_search()}
            onText={(next) => put('q', next, true)}
          />
        </search>
      )}
      <ResponsiveTable
        label={m.roles_table()}
        rows={shown}
        columns={columnsFor(open)}
        onOpen={(role) => open(role)}
        empty={
          <EmptyState
            level={3}
            shape="question"
            title={text.trim() === '' ? m.roles_none_title() : m.roles_empty_title()}
            text={text.trim() === '' ? m.roles_none_text() : m.roles_empty_text()}
          />
        }
      />
      <output className={classes['soft']}>
        {shown.length < found ? m.roles_shown_of({ n: shown.length, total: found }) : m.roles_shown({ n: found })}
      </output>
      <RolePanel
        id={params.get('role')}
        roles={roles}
        suggested={suggested}
        onClose={() => {
          setSuggested(null)
          put('role', null, true)
        }}
      />
    </>
  )
}
