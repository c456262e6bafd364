import { expect, test } from 'vitest'

import { told } from './told-request'

const url = new URL('https://cloud.example/api/cloud/virtualmachines?limit=25')

test('the token is a placeholder, wherever it stands', () => {
  const request = told({
    method: 'PUT',
    url: new URL('https://cloud.example/api/x?note=s3cret-t0ken'),
    headers: { Authorization: 'Token s3cret-t0ken', Accept: 'application/json' },
    body: { note: 'again: s3cret-t0ken', list: ['s3cret-t0ken'] },
  })
  expect(request.headers).toEqual([
    ['Authorization', 'Token $TOKEN'],
    ['Accept', 'application/json'],
  ])
  expect(JSON.stringify(request)).not.toContain('s3cret-t0ken')
})

test('name and password of a sign-in are left out with their header', () => {
  const request = told({ method: 'GET', url, headers: { Authorization: 'Basic dXNlcjpwYXNz' }, body: undefined })
  expect(request.headers).toEqual([])
  expect(JSON.stringify(request)).not.toContain('dXNlcjpwYXNz')
})

test('passwords and the like are placeholders at any depth; the rest stays as it is', () => {
  const request = told({
    method: 'POST',
    url,
    headers: {},
    body: {
      user: 'backup',
      password: 'p1',
      passwordSet: true,
      empty: { password: '' },
      deep: [{ managerPassword: 'p2', apiKey: 'p3', 'private-key': { pem: 'p4' }, clientSecret: 5, size: 6 }],
    },
  })
  expect(request.body).toEqual({
    user: 'backup',
    password: '$PASSWORD',
    passwordSet: true,
    empty: { password: '' },
    deep: [
      {
        managerPassword: '$PASSWORD',
        apiKey: '$PASSWORD',
        'private-key': '$PASSWORD',
        clientSecret: '$PASSWORD',
        size: 6,
      },
    ],
  })
})

test('addresses lose their user, and parameters that hold a secret its value', () => {
  const request = told({
    method: 'POST',
    url: new URL('https://me:pw@cloud.example/api/x?token=abc&limit=25'),
    headers: {},
    body: { endpoint: 'https://admin:hunter2@backup.example/api', mail: 'a@b.example' },
  })
  expect(request.url).toBe('https://cloud.example/api/x?token=%24PASSWORD&limit=25')
  expect(request.body).toEqual({ endpoint: 'https://backup.example/api', mail: 'a@b.example' })
})

test('of a header that nobody knows only the name is told', () => {
  const { headers } = told({ method: 'GET', url, headers: { 'X-Session': 'abc', Cookie: 'abc' }, body: undefined })
  expect(headers).toEqual([
    ['X-Session', '$PASSWORD'],
    ['Cookie', '$PASSWORD'],
  ])
})
