import { describe, expect, test } from 'vitest'

import { locales } from './messages'
import settings from './project.inlang/settings.json'
import { type Files, type Messages, translationFaults } from './translations'

const written = import.meta.glob<Messages>('./messages/*/*.json', { eager: true, import: 'default' })

const filesOf = (locale: string): Files =>
  Object.fromEntries(
    Object.entries(written).flatMap(([path, messages]) => {
      const [, of, name = ''] = /\/messages\/([^/]+)\/([^/]+)$/u.exec(path) ?? []
      return of === locale ? [[name, messages]] : []
    }),
  )

const plural = (forms: Readonly<Record<string, string>>) => [
  { declarations: ['input n', 'local p = n: plural'], selectors: ['p'], match: forms },
]

describe('what keeps a language from saying all', () => {
  const original = {
    'vms.json': {
      vms_title: 'Virtual machines',
      vms_of: '{name} of {tenant}',
      vms_count: plural({ 'p=one': 'One VM', 'p=other': '{n} VMs' }),
    },
  }
  const faults = (translated: Messages) => translationFaults('es', original, { 'vms.json': translated })
  const whole = {
    vms_title: 'Máquinas virtuales',
    vms_of: '{tenant}: {name}',
    vms_count: plural({ 'p=one': 'Una VM', 'p=other': '{n} VM' }),
  }

  test('nothing, where each text is there and takes the same', () => {
    expect(faults(whole)).toEqual([])
  })

  test('texts and files that are missing, by name', () => {
    const { vms_of, vms_count } = whole
    expect(faults({ vms_of, vms_count })).toEqual(['es/vms.json: vms_title is missing'])
    expect(translationFaults('es', original, {})).toHaveLength(3)
  })

  test('texts that nobody asks for, and files of them', () => {
    expect(faults({ ...whole, vms_old: 'Antiguo' })).toEqual(['es/vms.json: vms_old is not asked for'])
    expect(translationFaults('es', {}, { 'old.json': { old: 'Antiguo' } })).toEqual([
      'es/old.json: old is not asked for',
    ])
  })

  test('other inputs, other forms, no words', () => {
    expect(faults({ ...whole, vms_of: '{nombre} de {tenant}' })).toEqual([
      'es/vms.json: vms_of takes nombre, tenant, not name, tenant',
    ])
    expect(faults({ ...whole, vms_count: '{n} VM' })).toEqual([
      'es/vms.json: vms_count has the forms (none), not input n, local p = n: plural, p=one, p=other',
    ])
    expect(faults({ ...whole, vms_count: plural({ 'p=other': '{n} VM' }) })).toHaveLength(1)
    expect(faults({ ...whole, vms_title: ' ' })).toEqual(['es/vms.json: vms_title is empty'])
  })
})

describe('the texts as they are', () => {
  test.each(locales.filter((locale) => locale !== 'en'))('%s says all that English says', (locale) => {
    expect(translationFaults(locale, filesOf('en'), filesOf(locale))).toEqual([])
  })

  test('every file is compiled', () => {
    const compiled = new Set(settings['plugin.inlang.messageFormat'].pathPattern.map((path) => path.split('/').at(-1)))
    expect(Object.keys(filesOf('en')).filter((name) => !compiled.has(name))).toEqual([])
  })
})
