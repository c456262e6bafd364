import { useSyncExternalStore } from 'react'

import { chooseLanguage, languageNames, onLanguage, openLanguage, wantedLanguage } from '~/texts/language'
import { getLocale, type Locale, m } from '~/texts/messages'
import { notify } from '~/ui/notify'

/** The language of the console; drawn again when it changes. */
export const useLanguage = (): Locale => useSyncExternalStore(onLanguage, getLocale)

const showLanguage = (): void => {
  document.documentElement.lang = getLocale()
}

const sayMissing = (wanted: Locale): void =>
  void notify({
    tone: 'neutral',
    title: m.session_language_missing({ language: languageNames[wanted] }),
    text: m.session_language_missing_text(),
  })

/** Speaks the reader's language before the first screen; English, and says so, where its texts cannot be had. */
export async function startLanguage(): Promise<void> {
  onLanguage(showLanguage)
  const there = await openLanguage()
  showLanguage()
  if (!there) sayMissing(wantedLanguage())
}

/** The reader chooses. Nothing of what is open is lost: the same screen says the same in other words. */
export async function takeLanguage(next: Locale): Promise<void> {
  if (!(await chooseLanguage(next))) sayMissing(next)
}
