import { describe, expect, test } from 'vitest'

import { onConsole, onHost } from './place'

describe('a console that shares its host with others', () => {
  const at = '/holdfast/'

  test('writes whole paths of the host', () => {
    expect(onHost('/vms?name=a', at)).toBe('/holdfast/vms?name=a')
    expect(onHost('/', at)).toBe('/holdfast/')
  })

  test('reads what lies below its folder as its own', () => {
    expect(onConsole('/holdfast/vms/1', at)).toBe('/vms/1')
    expect(onConsole('/holdfast/', at)).toBe('/')
    expect(onConsole('/holdfast', at)).toBe('/')
  })

  test('takes nothing for its own that only begins like it', () => {
    expect(onConsole('/holdfast-old/vms', at)).toBe('/holdfast-old/vms')
    expect(onConsole('/ui/', at)).toBe('/ui/')
  })
})

test('a console at the root of its host changes no path', () => {
  expect(onHost('/vms', '/')).toBe('/vms')
  expect(onConsole('/vms', '/')).toBe('/vms')
  expect(onConsole('/', '/')).toBe('/')
})
