import { assert, constantFrom, oneof, property, string, webUrl } from 'fast-check'
import { describe, expect, test } from 'vitest'

import { checkEndpoint, type EndpointFinding, isSound } from './check-endpoint'

const codes = (url: string, type = 'RUBRIK'): readonly string[] => checkEndpoint(url, type).map(({ code }) => code)
const one = (url: string, type: string, code: EndpointFinding['code']): EndpointFinding | undefined =>
  checkEndpoint(url, type).find((finding) => finding.code === code)

describe('the address of a backup system', () => {
  test.each([
    ['https://veeam.example.org:9398/api/', 'VEEAM10'],
    ['https://veeam.example.org:9399/api/', 'veeam95u4'],
    ['https://veeam.example.org:9399/api/', 'Veeam95u4+snapshot'],
    ['https://networker.example.org:9090/nwrestapi/v3/global', 'NETWORKER'],
    ['https://[2001:db8::7]:9090/nwrestapi/v3/global', 'NETWORKER'],
    ['  https://10.0.0.7/api/v1 ', 'RUBRIK'],
    ['https://anything.example', 'SOMETHING_NEW'],
  ])('%s for %s is fine', (url, type) => expect(checkEndpoint(url, type)).toEqual([]))

  test.each([
    ['', ['empty']],
    ['   ', ['empty']],
    ['https://a b.example/', ['blank']],
    ['veeam.example.org/api/', ['no-scheme']],
    ['ftp://veeam.example.org/', ['not-http']],
    ['javascript://veeam.example.org/', ['not-http']],
    ['https://', ['unreadable']],
    ['https://host:99999/', ['unreadable']],
    ['https://me:secret@host.example/', ['credentials']],
    ['https://host.example/?key=1', ['query']],
    ['https://host.example/#top', ['fragment']],
    ['http://host.example/', ['not-encrypted']],
    ['https://localhost:9398/', ['loopback']],
    ['https://127.0.0.1/', ['loopback']],
    ['https://[::1]/', ['loopback']],
    ['http://me@localhost/?a#b', ['credentials', 'query', 'fragment', 'not-encrypted', 'loopback']],
  ])('%j is told: %j', (url, expected) => expect(codes(url)).toEqual(expected))

  test('of Veeam must end in a slash, which is mended without touching the rest', () => {
    for (const type of ['VEEAM10', 'Veeam95u4', 'VEEAM95U4+SNAPSHOT'])
      expect(one('https://veeam.example.org:9398/api', type, 'no-slash')).toEqual({
        code: 'no-slash',
        grave: true,
        mended: 'https://veeam.example.org:9398/api/',
      })
    expect(codes('https://veeam.example.org:9398/api', 'NETWORKER')).toEqual([])
    expect(one('https://veeam.example.org?x', 'VEEAM10', 'no-slash')?.mended).toBeNull()
  })

  test('plain http may be saved, and https is one press away', () => {
    const findings = checkEndpoint('http://veeam.example.org:9399/api/', 'VEEAM95U4')
    expect(isSound(findings)).toBe(true)
    expect(findings).toEqual([{ code: 'not-encrypted', grave: false, mended: 'https://veeam.example.org:9399/api/' }])
  })

  test('a name and a password in it are taken out whole', () => {
    const finding = one('https://svc:s%40cret@veeam.example.org:9398/api/', 'VEEAM10', 'credentials')
    expect(finding).toMatchObject({ grave: true, mended: 'https://veeam.example.org:9398/api/' })
  })

  test('without a scheme it gets one only when it looks like a host', () => {
    expect(one('veeam.example.org:9398/api/', 'VEEAM10', 'no-scheme')?.mended).toBe(
      'https://veeam.example.org:9398/api/',
    )
    expect(one('//veeam', 'VEEAM10', 'no-scheme')?.mended).toBeNull()
  })

  test('any text is answered, and what was mended has that fault no more', () => {
    const anyUrl = oneof(string(), webUrl({ withQueryParameters: true, withFragments: true }))
    assert(
      property(anyUrl, constantFrom('VEEAM10', 'NETWORKER', ''), (url, type) => {
        for (const { code, mended } of checkEndpoint(url, type)) {
          if (mended === null) continue
          expect(checkEndpoint(mended, type).map((finding) => finding.code)).not.toContain(code)
        }
      }),
    )
  })
})
