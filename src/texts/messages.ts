export { m } from './compiled/messages.js'
export { getLocale, setLocale, locales, type Locale } from './compiled/runtime.js'
