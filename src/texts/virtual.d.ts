/** The texts of a language besides English, made by the build (`.ci/texts.mjs`). */
declare module 'virtual:texts/*' {
  const texts: import('./said').Texts
  export default texts
}
