import { connected } from '~/domain/situation'
import { type Verdict, yes } from '~/domain/verdict'
import { type ClockChoice, clockChoices } from '~/texts/clock'
import { languageNames } from '~/texts/language'
import { type Locale, locales, m } from '~/texts/messages'
import { explain } from '~/texts/reasons'

import type { Act, Entry, Icon, Scheme } from './palette-entry'
import { line } from './palette-match'

const schemes: readonly Scheme[] = ['light', 'dark', 'auto']

const clockNames: Readonly<Record<ClockChoice, () => string>> = {
  mine: m.palette_clock_mine,
  datacenter: m.palette_clock_datacenter,
  utc: m.palette_clock_utc,
}

const schemeNames: Readonly<Record<Scheme, () => string>> = {
  light: m.palette_scheme_light,
  dark: m.palette_scheme_dark,
  auto: m.palette_scheme_auto,
}

const entry = (
  key: string,
  name: string,
  also: string,
  look: { readonly icon: Icon; readonly act: Act; readonly chosen?: boolean; readonly verdict?: Verdict },
): Entry => ({
  id: `console/${key}`,
  name: line(name),
  others: [line(also)],
  group: 'console',
  icon: look.icon,
  detail: null,
  verdict: explain(look.verdict ?? yes),
  chosen: look.chosen ?? false,
  act: look.act,
  vm: null,
})

/** What can be done with the console itself, and which choices are in force. */
export const consoleEntries = (now: {
  readonly clock: ClockChoice
  readonly scheme: Scheme
  readonly language: Locale
  readonly online: boolean
  /** The address of the help with the page that is open. */
  readonly help: string
}): readonly Entry[] => [
  entry('refresh', m.palette_refresh(), m.palette_also_refresh(), {
    icon: 'refresh',
    act: { do: 'refresh' },
    verdict: connected(now),
  }),
  entry('keys', m.account_keys(), m.palette_also_keys(), { icon: 'keys', act: { do: 'keys' } }),
  entry('help', m.help_with_page(), m.help_also(), { icon: 'help', act: { do: 'go', to: now.help } }),
  entry('requests', m.requests_key(), m.palette_also_requests(), { icon: 'requests', act: { do: 'requests' } }),
  ...clockChoices.map((clock) =>
    entry(`clock-${clock}`, clockNames[clock](), m.palette_also_clock(), {
      icon: 'clock',
      act: { do: 'clock', clock },
      chosen: clock === now.clock,
    }),
  ),
  ...schemes.map((scheme) =>
    entry(`scheme-${scheme}`, schemeNames[scheme](), m.palette_also_scheme(), {
      icon: 'scheme',
      act: { do: 'scheme', scheme },
      chosen: scheme === now.scheme,
    }),
  ),
  // Each by what its own readers call it; the one that is spoken is no choice.
  ...locales
    .filter((language) => language !== now.language)
    .map((language) =>
      entry(`language-${language}`, languageNames[language], m.palette_also_language(), {
        icon: 'language',
        act: { do: 'language', language },
      }),
    ),
  entry('sign-out', m.account_sign_out(), m.palette_also_sign_out(), { icon: 'sign-out', act: { do: 'sign-out' } }),
]
