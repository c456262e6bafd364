import type { Address, Person } from './records'

/** The key of the one company that is simulated. */
export const apiKey = 'SIMULATED-KEY'

export const addresses: readonly Address[] = [
  { id: 100, name: 'Costa Verde Retail', member: 10 },
  { id: 101, name: 'Costa Verde Logistics', member: 10 },
  { id: 200, name: 'Agencia Norte', member: 20 },
]

export const people: readonly Person[] = [
  {
    id: 1,
    email: 'root@cix.example',
    password: 'root',
    firstName: 'Root',
    surname: 'User',
    address: 200,
    robot: true,
    about: '',
  },
  {
    id: 2,
    email: 'robot@cix.example',
    password: 'robot',
    firstName: 'Robot',
    surname: 'Region',
    address: 200,
    robot: true,
    about: '',
  },
  {
    id: 11,
    email: 'operator@costaverde.example',
    password: 'operator',
    firstName: 'Olga',
    surname: 'Puig',
    address: 100,
    about: 'Backs up the VMs of her address',
  },
  {
    id: 12,
    email: 'admin@costaverde.example',
    password: 'admin',
    firstName: 'Tomás',
    surname: 'Vidal',
    address: 100,
    administrator: true,
    otp: '123456',
    about: 'Administrator, who is asked for a one-time code: 123456',
  },
  {
    id: 13,
    email: 'viewer@costaverde.example',
    password: 'viewer',
    firstName: 'Vera',
    surname: 'Roca',
    address: 100,
    isPrivate: true,
    about: 'A private user, who may only look',
  },
  {
    id: 14,
    email: 'group@costaverde.example',
    password: 'group',
    firstName: 'Gael',
    surname: 'Soler',
    address: 100,
    global: true,
    about: 'Sees the VMs of the sister address too, and may not change them',
  },
  {
    id: 15,
    email: 'new@costaverde.example',
    password: 'new',
    firstName: 'Nora',
    surname: 'Mas',
    address: 100,
    firstOtp: '4711',
    about: 'Signs in for the first time, with the code of her letter: 4711',
  },
]
