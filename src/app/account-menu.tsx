import { Button, SegmentedControl, useMantineColorScheme } from '@mantine/core'

import type { Actor } from '~/domain/privilege'
import { privileges } from '~/domain/privilege'
import { m } from '~/texts/messages'
import { privilegeWords } from '~/texts/reasons'
import { Facts } from '~/ui/facts'
import { ShapeIcon } from '~/ui/state-mark'

import { leave } from './leave'

import classes from './account-menu.module.css'

const isScheme = (value: string): value is 'light' | 'dark' | 'auto' =>
  value === 'light' || value === 'dark' || value === 'auto'

/** Who I am here, what I may do in words, how the console looks, and the way out. */
export function AccountMenu({ actor, onKeys }: { readonly actor: Actor; readonly onKeys: () => void }) {
  return (
    <div className={classes['menu']}>
      <div>
        <p className={classes['name']}>{actor.fullName ?? actor.name}</p>
        <Facts
          items={[
            [m.account_name(), actor.name],
            [m.account_role(), actor.role],
            [m.account_tenant(), actor.tenant?.name ?? m.account_no_tenant()],
          ]}
        />
      </div>
      <details className={classes['rights']}>
        <summary>{m.account_may({ n: actor.may.size })}</summary>
        <ul>
          {privileges.map((privilege) => (
            <li key={privilege} data-held={actor.may.has(privilege) || undefined}>
              <ShapeIcon shape={actor.may.has(privilege) ? 'check' : 'dash'} />
              <span>
                {actor.may.has(privilege)
                  ? privilegeWords(privilege)
                  : m.account_may_not({ what: privilegeWords(privilege) })}
              </span>
            </li>
          ))}
        </ul>
      </details>
      <ColorScheme />
      <div className={classes['end']}>
        <Button variant="default" size="xs" onClick={onKeys}>
          {m.account_keys()}
        </Button>
        <Button variant="default" size="xs" onClick={() => void leave()}>
          {m.account_sign_out()}
        </Button>
      </div>
    </div>
  )
}

function ColorScheme() {
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <div>
      <p className={classes['label']} id="color-scheme">
        {m.account_scheme()}
      </p>
      <SegmentedControl
        fullWidth
        aria-labelledby="color-scheme"
        value={colorScheme}
        onChange={(value) => isScheme(value) && setColorScheme(value)}
        data={[
          { value: 'light', label: m.account_scheme_light() },
          { value: 'dark', label: m.account_scheme_dark() },
          { value: 'auto', label: m.account_scheme_auto() },
        ]}
      />
    </div>
  )
}
