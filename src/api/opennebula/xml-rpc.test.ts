import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { ApiError } from '../error'
import { valueIn } from './answers'
import { readXml, template, valueOf } from './xml'
import { methodAnswer, methodCall, parsedAnswer, quickText } from './xml-rpc'

const envelope = (values: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><methodResponse><params><param><value><array><data>${values}</data></array></value></param></params></methodResponse>`
const refused = (code: number, message: string): string =>
  envelope(
    `<value><boolean>0</boolean></value><value><string>${message}</string></value><value><i4>${code}</i4></value><value><i4>-1</i4></value><value><i8>-1</i8></value>`,
  )
const fault = (code: number): string =>
  `<methodResponse><fault><value><struct><member><name>faultCode</name><value><i4>${code}</i4></value></member><member><name>faultString</name><value><string>No</string></value></member></struct></value></fault></methodResponse>`

function thrownBy(work: () => unknown): ApiError {
  try {
    work()
  } catch (error) {
    if (error instanceof ApiError) return error
  }
  throw new Error('Nothing of ours was thrown')
}

describe('a call', () => {
  test('says of each parameter what type it has', () => {
    expect(methodCall('one.vm.backup', ['a:b', 12, false])).toBe(
      '<?xml version="1.0" encoding="UTF-8"?><methodCall><methodName>one.vm.backup</methodName><params>' +
        '<param><value><string>a:b</string></value></param><param><value><int>12</int></value></param>' +
        '<param><value><boolean>0</boolean></value></param></params></methodCall>',
    )
  })

  test.each([1.5, Number.NaN, 2 ** 31, Number.POSITIVE_INFINITY])('never sends %s as a whole number', (number) => {
    expect(thrownBy(() => methodCall('one.vm.info', [number])).kind).toBe('invalid')
  })

  test('any text arrives as it is, twice wrapped', () => {
    const plain = fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll(/\p{Cc}/gu, ''))
    fc.assert(
      fc.property(plain, (text) => {
        const call = readXml(methodCall('m', [template({ BACKUP: { NAME: `x${text}` } })]), 'call')
        expect(valueOf(readXml(call.text.slice(1), 'template'))).toEqual({ BACKUP: { NAME: `x${text}` } })
      }),
    )
  })
})

describe('an answer', () => {
  test('of three is a value, also one that is text or a number', () => {
    expect(
      valueIn(
        methodAnswer(envelope('<value><boolean>1</boolean></value><value><i4>7</i4></value><value><i4>0</i4></value>')),
      ),
    ).toBe(7)
    expect(
      valueIn(
        methodAnswer(envelope('<value><boolean>1</boolean></value><value>6.0.3</value><value><i4>0</i4></value>')),
      ),
    ).toBe('6.0.3')
  })

  test.each([
    [256, "[one.vmpool.info] User couldn't be authenticated, aborting call.", 'signed-out'],
    [512, '[one.vm.backup] User [2] : Not authorized to perform ADMIN VM [21].', 'forbidden'],
    [512, '[one.vm.backup] User [0] : VM is locked. [1].', 'conflict'],
    [1024, '[one.vm.backup] Error getting datastore [999].', 'not-found'],
    [2048, '[one.vm.backup] Datastore needs to be of type BACKUP', 'invalid'],
    [8192, '[one.vm.backup] Could not create a new backup for VM 2, wrong state BACKUP.', 'conflict'],
    [8192, '[one.vm.backup] Cannot process request, no leader found', 'server'],
    [8192, '[one.vm.backup] Something new', 'server'],
    [
      2048,
      '[one.vm.action] Error performing action "poweroff": This action is not available for state BACKUP',
      'conflict',
    ],
  ])('of five with %i is an error in its own words: %s', (code, message, kind) => {
    const error = thrownBy(() => valueIn(methodAnswer(refused(code, message))))
    expect(error).toMatchObject({ kind, complaints: [{ code: String(code), message }] })
  })

  test.each([
    [-506, 'unsupported'],
    [-501, 'contract'],
  ])('that is the fault %i is told as %s', (code, kind) => {
    expect(thrownBy(() => valueIn(methodAnswer(fault(code))))).toMatchObject({
      kind,
      complaints: [{ code: String(code) }],
    })
  })

  test.each([
    '',
    '<html></html>',
    '<methodResponse></methodResponse>',
    '<methodResponse><params>',
    envelope('<value><nil/></value>'),
  ])('that is none is told as such: %s', (text) =>
    expect(thrownBy(() => valueIn(methodAnswer(text))).kind).toBe('contract'),
  )

  test('with a control character of a driver is read all the same', () => {
    expect(thrownBy(() => valueIn(methodAnswer(refused(8192, 'driver\u0001 said')))).complaints[0]?.message).toContain(
      'said',
    )
  })
})

const escapedFor = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const long = (text: string): string =>
  envelope(`<value><boolean>1</boolean></value>\n<value><string>${text}</string></value>\n<value><i4>0</i4></value>`)

test('the short way through a long answer reads what the parser reads, and leaves to it what is unusual', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const answer = long(escapedFor(text.replaceAll(/\p{Cc}/gu, '')))
      expect(quickText(answer)).toBe(text.replaceAll(/\p{Cc}/gu, ''))
      expect(methodAnswer(answer)).toEqual(parsedAnswer(answer))
    }),
  )
  expect(quickText(long('&amp;lt;'))).toBe('&lt;')
  for (const odd of ['&#13;', '<![CDATA[x]]>', 'a & b', '&nbsp;']) expect(quickText(long(odd))).toBeNull()
  expect(methodAnswer(long('&#13;'))).toMatchObject({ value: [true, '\r', 0] })
})

test('members: none is text, several of one name are a list, and CDATA is text', () => {
  const xml = '<VM><A/><B><C>1</C></B><D><![CDATA[a<&]]></D><E>1</E><E><F>2</F></E></VM>'
  expect(valueOf(readXml(xml, 'VM'))).toEqual({ A: '', B: { C: '1' }, D: 'a<&', E: ['1', { F: '2' }] })
})
