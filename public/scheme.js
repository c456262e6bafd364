// What must be settled before the first paint. A file of its own, for inline scripts are forbidden, in words that the
// oldest browsers understand.

// A browser that lacks what the console is made of is told so, in words of the page, instead of a blank page.
var page = document.documentElement
function browserFits() {
  try {
    return (
      'noModule' in HTMLScriptElement.prototype &&
      typeof AbortSignal.any === 'function' &&
      typeof Array.prototype.toSorted === 'function' &&
      typeof structuredClone === 'function' &&
      CSS.supports('color', 'light-dark(#fff, #000)')
    )
  } catch (error) {
    return false
  }
}
if (!browserFits()) page.setAttribute('data-start', 'too-old')

// In the reader's language, as the console will speak: what was chosen last, else what the browser prefers.
function language() {
  try {
    var chosen = localStorage.getItem('holdfast.language')
  } catch (error) {
    // Storage is blocked; the browser's own languages are left.
  }
  var wanted = (chosen ? [chosen] : []).concat(navigator.languages || [navigator.language])
  for (var at = 0; at < wanted.length; at += 1) {
    var known = /^(en|es)\b/i.exec(wanted[at])
    if (known) return known[1].toLowerCase()
  }
  return 'en'
}
page.lang = language()

// So is whoever waits for a script that never comes, or that this browser cannot read.
addEventListener(
  'error',
  function (event) {
    if (document.readyState === 'complete' || page.hasAttribute('data-start')) return
    if (event.target.tagName === 'SCRIPT') page.setAttribute('data-start', 'not-loaded')
    else if (event.error instanceof SyntaxError) page.setAttribute('data-start', 'too-old')
  },
  true,
)

// The colour scheme, so that nothing flashes.
try {
  var stored = localStorage.getItem('mantine-color-scheme-value')
} catch (error) {
  // Storage is blocked; the system's scheme is followed.
}
var dark = stored === 'dark' || (stored !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
page.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light')
