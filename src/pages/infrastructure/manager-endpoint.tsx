import { Button, TextInput } from '@mantine/core'
import { useController } from 'react-hook-form'

import { endpointFindings } from '~/domain/check-manager'
import { knownSystem } from '~/domain/known-systems'
import { endpointMendWords, endpointWords } from '~/texts/endpoint-words'
import { m } from '~/texts/messages'
import { StateMark } from '~/ui/state-mark'

import type { ManagerForm } from './manager-form'

import classes from './manager.module.css'

/** The address, checked while it is typed: the platform itself never checks it. */
export function EndpointField({
  form,
  required,
  tried,
}: {
  readonly form: ManagerForm
  readonly required: boolean
  /** A save was tried: what is missing is said as well. */
  readonly tried: boolean
}) {
  const {
    field: { ref, value, onChange, onBlur },
    fieldState: { isTouched },
  } = useController({ control: form.form.control, name: 'endpoint' })
  const findings = endpointFindings(form.draft, form.system).filter(({ code }) => code !== 'empty' || tried)
  const example = knownSystem(form.draft.type)?.example ?? null
  const wrong = findings.some(({ grave }) => grave)
  return (
    <div>
      <TextInput
        ref={ref}
        label={m.infrastructure_manager_endpoint()}
        description={
          example === null
            ? m.infrastructure_manager_endpoint_text()
            : m.infrastructure_manager_endpoint_example({ example })
        }
        required={required}
        value={value}
        onChange={onChange}
        onBlur={onBlur}
        // Half an address is no mistake yet; it becomes one when the field is left.
        error={wrong && (tried || isTouched)}
        aria-describedby="endpoint-findings"
        inputMode="url"
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
      />
      <ul id="endpoint-findings" className={classes['findings']} aria-live="polite">
        {findings.map((finding) => (
          <li key={finding.code}>
            <StateMark
              tone={finding.grave ? 'bad' : 'warning'}
              shape={finding.grave ? 'cross' : 'alert'}
              label={endpointWords(finding)}
            />
            {finding.mended !== null && (
              <Button variant="default" size="compact-sm" onClick={() => onChange(finding.mended)}>
                {endpointMendWords(finding)}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
