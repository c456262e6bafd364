import { Button } from '@mantine/core'
import { Link, useSearchParams } from 'react-router'

import { useDatacenterInView } from '~/pages/parts/datacenter-in-view'
import { paths } from '~/pages/paths'
import { m } from '~/texts/messages'
import { EmptyState } from '~/ui/empty-state'

import { Editor } from './editor'
import { EditorHead, type Ground, WithGround } from './editor-page'
import { fieldsOf, keptOf } from './fields'
import { freeCode } from './to-draft'

/** A new policy of a datacenter, empty or as a copy of another one. */
export function Component() {
  const datacenter = useDatacenterInView()
  const [params] = useSearchParams()
  const from = params.get('from')
  return (
    // Another source is another form.
    <WithGround key={from ?? ''} datacenter={datacenter}>
      {(ground) => <Begun ground={ground} from={from} />}
    </WithGround>
  )
}

function Begun({ ground, from }: { readonly ground: Ground; readonly from: string | null }) {
  const { datacenter, policies, reading, ...rest } = ground
  const source = policies.find(({ id }) => id === from)
  if (from !== null && !source)
    return (
      <EmptyState
        shape="question"
        title={m.offers_clone_gone_title()}
        text={m.offers_clone_gone_text()}
        action={
          <Button component={Link} to={paths.newPolicy(datacenter.id)}>
            {m.offers_new()}
          </Button>
        }
      />
    )
  const copy = source && {
    fields: {
      ...fieldsOf(source, 'vm'),
      name: m.offers_clone_name({ name: source.name }),
      code: freeCode(source.code, policies),
    },
    kept: keptOf(source),
  }
  return (
    <>
      <EditorHead
        datacenter={datacenter}
        title={source ? m.offers_clone_title({ name: source.name }) : m.offers_create_title()}
      />
      <Editor
        {...rest}
        datacenter={datacenter}
        policies={policies}
        usage={reading.usage}
        latest={null}
        gone={false}
        copy={copy ?? null}
      />
    </>
  )
}
