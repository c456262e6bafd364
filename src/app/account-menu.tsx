import type { SegmentedControlProps } from '@mantine/core'
import { Button, SegmentedControl, useMantineColorScheme } from '@mantine/core'
import type { ReactNode } from 'react'
import { Link } from 'react-router'

import type { Actor } from '~/domain/privilege'
import { openRequests } from '~/pages/parts/requests/opened'
import { Rights } from '~/pages/parts/rights'
import { paths } from '~/pages/paths'
import { chooseClock, isClockChoice } from '~/texts/clock'
import { readerZone } from '~/texts/format'
import { isLanguage, languageNames } from '~/texts/language'
import { locales, m } from '~/texts/messages'
import { useClockChoice } from '~/ui/clock'
import { Facts } from '~/ui/facts'

import { askToLeave } from './ask-to-leave'
import { takeLanguage, useLanguage } from './language'
import { settings } from './settings'
import { Support } from './support'

import classes from './account-menu.module.css'

const isScheme = (value: string): value is 'light' | 'dark' | 'auto' =>
  value === 'light' || value === 'dark' || value === 'auto'

/** Who I am here, what I may do in words, how the console looks, and the way out. */
export function AccountMenu({
  actor,
  onGo,
  onKeys,
}: {
  readonly actor: Actor
  /** Someone goes elsewhere from here. */
  readonly onGo: () => void
  readonly onKeys: () => void
}) {
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
      <section aria-labelledby="account-rights">
        <h2 className={classes['label']} id="account-rights">
          {m.account_may()}
        </h2>
        <Rights actor={actor} />
        <p className={classes['more']}>
          <Link to={paths.roles()} onClick={onGo}>
            {m.roles_title()}
          </Link>
        </p>
      </section>
      <Language />
      <Clock />
      <ColorScheme />
      {settings().support !== null && (
        <p className={classes['help']}>
          <Support />
        </p>
      )}
      <div className={classes['end']}>
        <Button variant="default" size="xs" onClick={onKeys}>
          {m.account_keys()}
        </Button>
        <Button
          variant="default"
          size="xs"
          onClick={() => {
            onGo()
            openRequests()
          }}
        >
          {m.requests_account()}
        </Button>
        <Button variant="default" size="xs" onClick={() => void askToLeave()}>
          {m.account_sign_out()}
        </Button>
      </div>
    </div>
  )
}

/** One of a few values, under its name. */
function Choice({
  id,
  label,
  children,
  ...control
}: {
  readonly id: string
  readonly label: string
  readonly children?: ReactNode
} & Pick<SegmentedControlProps, 'data' | 'value' | 'onChange'>) {
  return (
    <div>
      <p className={classes['label']} id={id}>
        {label}
      </p>
      <SegmentedControl fullWidth aria-labelledby={id} classNames={{ label: classes['option'] ?? '' }} {...control} />
      {children}
    </div>
  )
}

/** In which language the console speaks; each is named in its own words. */
function Language() {
  return (
    <Choice
      id="language"
      label={m.session_language()}
      value={useLanguage()}
      onChange={(value) => isLanguage(value) && void takeLanguage(value)}
      data={locales.map((one) => ({ value: one, label: <span lang={one}>{languageNames[one]}</span> }))}
    />
  )
}

/** Whose clock all times are shown by; the others stay one hover away. */
function Clock() {
  const { timeStandard } = settings()
  return (
    <Choice
      id="clock"
      label={m.account_clock()}
      value={useClockChoice()}
      onChange={(value) => isClockChoice(value) && chooseClock(value)}
      data={[
        { value: 'mine', label: m.account_clock_mine() },
        { value: 'datacenter', label: m.account_clock_datacenter() },
        { value: 'utc', label: m.account_clock_utc() },
      ]}
    >
      <p className={classes['note']}>{m.account_clock_note({ zone: readerZone() })}</p>
      {timeStandard !== null && <p className={classes['note']}>{m.config_time_standard({ text: timeStandard })}</p>}
    </Choice>
  )
}

function ColorScheme() {
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <Choice
      id="color-scheme"
      label={m.account_scheme()}
      value={colorScheme}
      onChange={(value) => isScheme(value) && setColorScheme(value)}
      data={[
        { value: 'light', label: m.account_scheme_light() },
        { value: 'dark', label: m.account_scheme_dark() },
        { value: 'auto', label: m.account_scheme_auto() },
      ]}
    />
  )
}
