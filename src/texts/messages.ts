export { m } from './compiled/messages.js'
export { locales, type Locale } from './compiled/runtime.js'
export { getLocale } from './said'
