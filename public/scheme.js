// Sets the colour scheme before the first paint, so that nothing flashes. A file of its own: inline scripts are forbidden.
try {
  var stored = localStorage.getItem('mantine-color-scheme-value')
} catch (error) {
  // Storage is blocked; the system's scheme is followed.
}
var dark = stored === 'dark' || (stored !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light')
