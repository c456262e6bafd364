import { describe, expect, test } from 'vitest'

import shipped from '../../../public/config.json'
import { mistakesOf } from './mistakes'
import { readSettings } from './schema'
import { allowedFor, placeOf } from './words'

/** As a browser reads it: `__proto__` becomes a member of its own. */
const parsed = (text: string): object => JSON.parse(text)
const settingsOf = (json: object) => {
  const reading = readSettings(json)
  return reading.kind === 'settings' ? reading.settings : null
}
const mistakesIn = (json: object) => {
  const reading = readSettings(json)
  return reading.kind === 'mistakes' ? mistakesOf(reading) : []
}

describe('what is shipped', () => {
  test('names every member, and sets the defaults of an empty file', () => {
    expect(settingsOf(shipped)).toEqual(settingsOf({}))
    expect(Object.keys(shipped).toSorted()).toEqual(Object.keys(settingsOf({}) ?? {}).toSorted())
  })
})

describe('a deployment', () => {
  test('sets what it needs, and the rest has its default', () => {
    const settings = settingsOf({
      apiBase: 'https://cloud.example.org/api',
      product: ' Acme Backups ',
      timeZones: { Oslo: 'Europe/Oslo', '__proto__ of Lima': 'America/Lima' },
      backupSystems: { Oslo: 'VEEAM10' },
      pollSeconds: 60,
    })
    expect(settings).toMatchObject({ product: 'Acme Backups', mediaVersion: '5.2', session: 'token', pollSeconds: 60 })
    expect([...(settings?.timeZones ?? [])]).toEqual([
      ['Oslo', 'Europe/Oslo'],
      ['__proto__ of Lima', 'America/Lima'],
    ])
    expect(settings?.backupSystems.get('Oslo')).toBe('VEEAM10')
  })

  test('hears of all mistakes at once, with what was found', () => {
    const json = { platform: 'cloud', mediaVersion: 5.2, timeZones: { Oslo: 'Oslo time' }, pollSeconds: '30' }
    expect(mistakesIn(json)).toEqual([
      { member: 'platform', entry: null, found: '"cloud"' },
      { member: 'mediaVersion', entry: null, found: '5.2' },
      { member: 'timeZones', entry: 'Oslo', found: '"Oslo time"' },
      { member: 'pollSeconds', entry: null, found: '"30"' },
    ])
  })

  test('hears of members that nobody knows', () => {
    const reading = readSettings({ apiBase: '/api', apibase: '/other', $comment: 'x' })
    expect(reading.kind === 'settings' && reading.unknown).toEqual(['apibase', '$comment'])
  })
})

describe('CloudCIX', () => {
  test('takes what is given, and the rest has its default', () => {
    const settings = settingsOf({
      platform: 'cloudcix',
      cloudcix: { iaas: 'https://iaas.example/', regions: { 12: 'Cork' } },
    })
    expect(settings).toMatchObject({
      platform: 'cloudcix',
      cloudcix: { iaas: 'https://iaas.example/', generation: 'iaas' },
    })
    expect(settings?.cloudcix.membership).toBe('/cloudcix/membership/')
    expect([...(settings?.cloudcix.regions ?? [])]).toEqual([['12', 'Cork']])
  })

  test('hears which entry does not fit', () => {
    const cloudcix = { iaas: 'http://iaas.example/', mailbox: 'a@b?bcc=c@d' }
    expect(mistakesIn({ cloudcix })).toEqual([
      { member: 'cloudcix', entry: 'iaas', found: '"http://iaas.example/"' },
      { member: 'cloudcix', entry: 'mailbox', found: '"a@b?bcc=c@d"' },
    ])
  })
})

describe('the address of the API', () => {
  test.each([
    '/api',
    '/',
    '/cloud/api/',
    'https://cloud.example.org/api',
    'http://127.0.0.1:4600/api',
    'http://[::1]/api',
  ])('%s is taken', (apiBase) => expect(settingsOf({ apiBase })?.apiBase).toBe(apiBase))

  test.each([
    '',
    'api',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/api/../x',
    'http://cloud.example.org/api',
    'http://127.0.0.1.evil.example/api',
    'https://name:secret@cloud.example.org/api',
    'https://cloud.example.org/api?token=1',
    'https://cloud.example.org/api#x',
    ' https://cloud.example.org/api',
    'javascript:alert(1)',
    'data:text/html,x',
    'ftp://cloud.example.org/',
    `/${'a'.repeat(1_000)}`,
    null,
    7,
    ['/api'],
    { toString: '/api' },
  ])('%j is refused', (apiBase) => expect(mistakesIn({ apiBase })).toHaveLength(1))

  test('elsewhere excludes sessions in a cookie', () => {
    expect(mistakesIn({ apiBase: 'https://cloud.example.org/api', session: 'cookie' })).toEqual([
      { member: 'session', entry: null, found: '"cookie"' },
    ])
    expect(settingsOf({ apiBase: '/api', session: 'cookie' })?.session).toBe('cookie')
  })
})

describe('hostile values', () => {
  test.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,<b>',
    '//evil.example',
    'http://x.example/',
  ])('help at %s is refused, and so is such a logo', (address) => {
    expect(mistakesIn({ support: address })).toHaveLength(1)
    expect(mistakesIn({ logo: address })).toHaveLength(1)
  })

  test.each(['https://help.example.org/backups?from=console', 'mailto:help@example.org', '/help/'])(
    'help at %s is taken',
    (support) => expect(settingsOf({ support })?.support).toBe(support),
  )

  const cookie = { session: 'cookie' }
  test.each([
    'javascript:alert(1)',
    'data:text/html,<b>',
    '//evil.example/',
    '/\\evil.example/',
    '/\tevil',
    'http://id.example/',
    'https://me:secret@id.example/',
    'in',
    '',
    7,
  ])('a sign-in at %j is refused', (href) => {
    expect(mistakesIn({ ...cookie, signIn: { href } })).toHaveLength(1)
  })

  test.each(['/oauth2/start?rd={return}', 'https://id.example/in?to={return}', '/saml'])(
    'a sign-in at %s is taken',
    (href) =>
      expect(settingsOf({ ...cookie, signIn: { href } })?.signIn).toEqual({ href, label: null, password: false }),
  )

  test('a sign-in elsewhere needs a session in a cookie, and has no members that nobody knows', () => {
    expect(mistakesIn({ signIn: { href: '/saml' } })).toMatchObject([{ member: 'signIn', entry: null }])
    expect(mistakesIn({ ...cookie, platform: 'opennebula', signIn: { href: '/saml' } })).toHaveLength(1)
    expect(mistakesIn({ ...cookie, signIn: { href: '/saml', token: 'x' } })).toHaveLength(1)
    expect(mistakesIn({ ...cookie, signIn: {} })).toHaveLength(1)
    expect(settingsOf({ signIn: null })?.signIn).toBeNull()
  })

  test('a logo of another origin is refused', () => {
    expect(mistakesIn({ logo: 'https://cdn.example.org/logo.svg' })).toHaveLength(1)
    expect(settingsOf({ logo: '/brand/logo.svg' })?.logo).toBe('/brand/logo.svg')
  })

  test('markup in a name is a text like any other', () => {
    expect(settingsOf({ product: '<img src=x onerror=alert(1)>' })?.product).toBe('<img src=x onerror=alert(1)>')
  })

  test.each(['', '   ', 'a\nb', 'a\u202Eb', 'a\u0000b', 'x'.repeat(41), 7, {}, []])('%j is no name', (product) =>
    expect(mistakesIn({ product })).toHaveLength(1),
  )

  test.each([1e308, -1, 0, 299, 604_801, '1800'])('%s seconds are no session', (sessionSeconds) =>
    expect(mistakesIn({ sessionSeconds }).map(allowedFor)).toEqual([expect.stringContaining('300 to 604800')]),
  )

  test.each([1e308, -1, 0, 9, 301, 1e21])('%d seconds are no pace', (pollSeconds) =>
    expect(mistakesIn({ pollSeconds })).toHaveLength(1),
  )

  test('numbers of the protection rule are of the site, or of a policy; the rest has its default', () => {
    const usual = { lateAfterMinutes: 120, policies: new Map(), byHandDays: 7 }
    expect(settingsOf({})?.protection).toEqual(usual)
    const policies = { Gold: 15, __proto__x: 1_440 }
    expect(settingsOf({ protection: { policies } })?.protection).toEqual({
      ...usual,
      policies: new Map(Object.entries(policies)),
    })
    expect(settingsOf({ protection: { byHandDays: 1 } })?.protection).toEqual({ ...usual, byHandDays: 1 })
    expect(settingsOf({ protection: { lateAfterMinutes: 30 } })?.protection).toEqual({ ...usual, lateAfterMinutes: 30 })
  })

  test.each([
    [{ lateAfterMinutes: 14 }, 'protection › lateAfterMinutes', '14'],
    [{ lateAfterMinutes: 1_441 }, 'protection › lateAfterMinutes', '1441'],
    [{ lateAfterMinutes: 30.5 }, 'protection › lateAfterMinutes', '30.5'],
    [{ policies: { Gold: '30' } }, 'protection › policies › Gold', '"30"'],
    [{ policies: { 'Gold › x': 0 } }, 'protection › policies › Gold › x', '0'],
    [{ policies: [30] }, 'protection › policies', '[30]'],
    [{ byHandDays: 0 }, 'protection › byHandDays', '0'],
    [{ byHandDays: 366 }, 'protection › byHandDays', '366'],
    [{ graceMinutes: 30 }, 'protection', '{"graceMinutes":30}'],
    [null, 'protection', 'null'],
  ])('of the numbers of the protection rule %j is refused, where it stands', (given, place, found) => {
    const [mistake, ...others] = mistakesIn({ protection: given })
    expect(others).toEqual([])
    expect(mistake && [placeOf(mistake), mistake.found]).toEqual([place, found])
    expect(mistake && allowedFor(mistake)).toContain('a whole number from 15 to 1440')
  })

  test.each(['Mars/Olympus', '+01:00', '', 3, null])('%j is no time zone', (zone) =>
    expect(mistakesIn({ timeZones: { Oslo: zone } })).toHaveLength(1),
  )

  test('the prototype stays as it is, and nothing is taken from it', () => {
    const reading = readSettings(
      parsed(
        '{"__proto__":{"apiBase":"https://evil.example/api","polluted":1},"constructor":{"prototype":{"polluted":1}}}',
      ),
    )
    expect(reading).toMatchObject({ kind: 'settings', settings: { apiBase: '/api' } })
    expect(reading.kind === 'settings' && reading.unknown).toEqual(['__proto__', 'constructor'])
    expect(Reflect.get({}, 'polluted')).toBeUndefined()
    expect(settingsOf(parsed('{"timeZones":{"constructor":"Europe/Oslo"}}'))?.timeZones.get('constructor')).toBe(
      'Europe/Oslo',
    )
    expect(settingsOf({})?.timeZones.get('toString')).toBeUndefined()
  })

  test('what was found is shortened', () => {
    expect(mistakesIn({ mediaVersion: 'x'.repeat(100_000) })[0]?.found.length).toBeLessThan(130)
  })

  test('a text of many digits or letters is judged at once', () => {
    const begun = performance.now()
    for (const text of ['1'.repeat(200_000), 'a'.repeat(200_000), '/'.repeat(200_000)])
      readSettings({ apiBase: text, support: text, product: text, mediaVersion: text, timeZones: { x: text } })
    expect(performance.now() - begun).toBeLessThan(2_000)
  })
})
