import { expect, test } from 'vitest'

import { basic, tokenKeeper } from './token'

test('an older parallel answer never brings an older token back', () => {
  const token = tokenKeeper()
  const [first, second] = [token.start(), token.start()]
  token.take(second, 'newer')
  token.take(first, 'older')
  expect(token.get()).toBe('newer')
})

test('an answer that was on its way when the person signed out opens nothing', () => {
  const token = tokenKeeper()
  const login = token.start()
  token.take(login, 'mine')
  const onItsWay = token.start()
  expect(token.drop()).toBe('mine')
  token.take(onItsWay, 'mine again')
  expect(token.get()).toBeNull()
  token.take(token.start(), 'next')
  expect(token.get()).toBe('next')
})

test('names and passwords may have any letters', () => {
  expect(basic('josé', 'пароль:ñ')).toBe(`Basic ${Buffer.from('josé:пароль:ñ').toString('base64')}`)
})
