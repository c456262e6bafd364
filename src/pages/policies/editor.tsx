import { Navigate } from 'react-router'

import { described } from '~/api/queries/requests'
import type { BackupRules } from '~/domain/capability'
import { AsRequest } from '~/pages/parts/requests/as-request'
import { paths } from '~/pages/paths'
import { useUnsavedGuard } from '~/ui/use-unsaved-guard'

import { EditorBar } from './editor-bar'
import { EditorKinds } from './editor-kinds'
import { EditorTop } from './editor-top'
import { General } from './general'
import { offerId } from './kinds'
import { FrozenKinds } from './kinds-read'
import { Preview } from './preview'
import { type EditorGround, useEditor } from './use-editor'

import editor from './editor.module.css'
import classes from '~/pages/parts/policy/policy.module.css'

interface EditorProps extends EditorGround {
  readonly rules: BackupRules
}

/** Makes or changes a policy, and shows beside it what tenants will see of it. */
export function Editor({ rules, ...ground }: EditorProps) {
  const { top, form, context, others, isNew, frozen, verdict, problems, placed, preview, save } = useEditor(ground)
  const { connected, latest, gone } = ground
  const { datacenterId } = context
  const guard = useUnsavedGuard(form.dirty && !form.saved, form.saving)
  // Who wanted to go elsewhere meanwhile is on the way there.
  if (form.saved) return guard.leaving ? null : <Navigate to={paths.offeredPolicies(datacenterId)} replace />
  return (
    <div>
      {guard.question}
      <EditorTop box={top} datacenterId={datacenterId} form={form} gone={gone} problems={problems} placed={placed} />
      <div className={classes['layout']}>
        <form
          noValidate
          className={editor['form']}
          onSubmit={(event) => {
            event.preventDefault()
            save()
          }}
        >
          <General context={context} used={frozen !== null} />
          {frozen ? (
            <FrozenKinds datacenterId={datacenterId} frozen={frozen} />
          ) : (
            <EditorKinds
              context={context}
              connected={connected}
              kept={form.kept}
              problem={context.problemAt(offerId('kinds'))}
            />
          )}
          {/* Enter in any field sends the form; what shows is the button beside the preview. */}
          <input type="submit" hidden />
        </form>
        <div className={classes['side']}>
          <div className={classes['review']}>
            <Preview
              context={context}
              policy={{ ...form.draft, id: latest?.id ?? 'new', configurations: preview.whole }}
              missing={preview.missing}
              rules={rules}
              others={others}
              usage={ground.usage}
            />
          </div>
          {form.dirty && (
            <AsRequest
              sentAt={form.failedAt}
              described={described(['policy', datacenterId, form.base?.revision, form.draft], (describe) =>
                form.base && !isNew
                  ? describe.changePolicy(datacenterId, form.base.id, form.draft, form.base.revision)
                  : describe.createPolicy(datacenterId, form.draft),
              )}
            />
          )}
          <EditorBar
            datacenterId={datacenterId}
            isNew={isNew}
            verdict={verdict}
            dirty={form.dirty}
            saving={form.saving}
            onSave={save}
          />
        </div>
      </div>
    </div>
  )
}
