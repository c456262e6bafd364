import { languageNames } from '~/texts/language'
import { locales, m } from '~/texts/messages'

import { takeLanguage, useLanguage } from './language'

import classes from './sign-in.module.css'

/** The languages, each in its own words. Plain elements: nobody waits for a library of components to sign in. */
export function LanguageButtons() {
  const language = useLanguage()
  return (
    <fieldset className={classes['languages']} aria-label={m.session_language()}>
      {locales.map((one) => (
        <button
          key={one}
          type="button"
          lang={one}
          aria-pressed={one === language}
          onClick={() => void takeLanguage(one)}
        >
          {languageNames[one]}
        </button>
      ))}
    </fieldset>
  )
}
