import { CopyButton } from '@mantine/core'

import type { ToldRequest } from '~/api/queries/requests'
import { toCurl } from '~/domain/curl'
import { m } from '~/texts/messages'
import { ScrollBox } from '~/ui/scroll-box'

import classes from './requests.module.css'

/** A request as a command, and its body as JSON, each to copy. */
export function RequestCode({ request }: { readonly request: ToldRequest }) {
  return (
    <div className={classes['codes']}>
      <Code label={m.requests_curl()} copyLabel={m.requests_copy_curl()} text={toCurl(request)} />
      {request.body !== undefined && (
        <Code
          label={m.requests_body()}
          copyLabel={m.requests_copy_body()}
          text={JSON.stringify(request.body, null, 2)}
        />
      )}
    </div>
  )
}

function Code({
  label,
  copyLabel,
  text,
}: {
  readonly label: string
  readonly copyLabel: string
  readonly text: string
}) {
  return (
    <figure className={classes['code']}>
      <figcaption>
        <span>{label}</span>
        <CopyButton value={text}>
          {({ copied, copy }) => (
            <button
              type="button"
              className={classes['copy']}
              aria-label={copied ? m.requests_copied() : copyLabel}
              onClick={copy}
            >
              {copied ? m.requests_copied() : m.requests_copy()}
            </button>
          )}
        </CopyButton>
      </figcaption>
      <ScrollBox className={classes['scroll']} label={label}>
        <pre>
          <code>{text}</code>
        </pre>
      </ScrollBox>
    </figure>
  )
}
