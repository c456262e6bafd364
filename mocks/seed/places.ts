import { lawyers, provider, retailer } from '../people'
import type { Datacenter, Limit, Policy, Tenant, VirtualAppliance, VirtualDatacenter } from '../place-records'

export const barcelona = 1
export const london = 2
/** Nothing of backups is set up there. */
const lisbon = 3

export const tenants: readonly Tenant[] = [
  { id: provider, name: 'Meridian Hosting' },
  { id: retailer, name: 'Costa Verde Retail' },
  { id: lawyers, name: 'Northgate Legal' },
]

/** Fresh records: the world changes them. */
export const datacenters = (): readonly Datacenter[] => [
  {
    id: barcelona,
    name: 'Barcelona',
    location: 'Barcelona, Spain',
    timeZone: 'Europe/Madrid',
    properties: { severalPolicies: false, changeWhileDeployed: true, severalRestores: false, manualBackup: true },
    manager: {
      id: 1,
      name: 'Veeam Barcelona',
      type: 'VEEAM10',
      endpoint: 'https://veeam.bcn.meridian.example:9398/api/',
      user: 'svc-abiquo',
      secret: true,
      loaded: true,
    },
  },
  {
    id: london,
    name: 'London',
    location: 'London, United Kingdom',
    timeZone: 'Europe/London',
    properties: { severalPolicies: true, changeWhileDeployed: true, severalRestores: true, manualBackup: true },
    manager: {
      id: 2,
      name: 'Avamar London',
      type: 'AVAMAR',
      endpoint: 'https://avamar.ldn.meridian.example:8443/',
      user: 'svc-abiquo',
      secret: true,
      loaded: true,
    },
  },
  {
    id: lisbon,
    name: 'Lisbon',
    location: 'Lisbon, Portugal',
    timeZone: 'Europe/Lisbon',
    properties: { severalPolicies: false, changeWhileDeployed: false, severalRestores: false, manualBackup: false },
    manager: null,
  },
]

export const vdcs: readonly VirtualDatacenter[] = [
  { id: 11, name: 'Shop production', tenantId: retailer, datacenterId: barcelona },
  { id: 12, name: 'Back office', tenantId: retailer, datacenterId: barcelona },
  { id: 13, name: 'ERP', tenantId: retailer, datacenterId: london },
  { id: 14, name: 'Analytics', tenantId: retailer, datacenterId: london },
  { id: 15, name: 'Sandbox', tenantId: retailer, datacenterId: london },
  { id: 16, name: 'Payroll (restricted)', tenantId: retailer, datacenterId: london },
  { id: 17, name: 'Platform services', tenantId: provider, datacenterId: barcelona },
  { id: 18, name: 'Documents', tenantId: lawyers, datacenterId: london },
  { id: 19, name: 'Office', tenantId: lawyers, datacenterId: barcelona },
  { id: 20, name: 'Lisbon branch', tenantId: retailer, datacenterId: lisbon },
]

export const vapps: readonly VirtualAppliance[] = [
  { id: 101, name: 'Storefront', vdcId: 11 },
  { id: 102, name: 'Checkout', vdcId: 11 },
  { id: 103, name: 'Mail', vdcId: 12 },
  { id: 104, name: 'Files', vdcId: 12 },
  { id: 105, name: 'ERP core', vdcId: 13 },
  { id: 106, name: 'Warehouse', vdcId: 14 },
  { id: 107, name: 'Reports', vdcId: 14 },
  { id: 108, name: 'Rehearsals', vdcId: 15 },
  { id: 109, name: 'Payroll', vdcId: 16 },
  { id: 110, name: 'Core network', vdcId: 17 },
  { id: 111, name: 'Case files', vdcId: 18 },
  { id: 112, name: 'Desktops', vdcId: 19 },
  { id: 113, name: 'Branch', vdcId: 20 },
]

/** Policies that the provider keeps for itself. */
const providerOnly = new Set(['BCN-GOLD-MGMT', 'LDN-VAULT'])

/** Every tenant may use Barcelona and London, with all policies but the provider's own; not all of them Lisbon. */
const placesOf = (tenantId: number): readonly number[] =>
  tenantId === lawyers ? [barcelona, london] : [barcelona, london, lisbon]

export const limitsFor = (policies: readonly Policy[]): readonly Limit[] =>
  tenants.flatMap((tenant) =>
    placesOf(tenant.id).map((datacenterId, at) => ({
      id: tenant.id * 10 + at,
      tenantId: tenant.id,
      datacenterId,
      policyIds: policies
        .filter((policy) => policy.datacenterId === datacenterId)
        .filter((policy) => tenant.id === provider || !providerOnly.has(policy.code))
        .map(({ id }) => id),
      links: null,
    })),
  )
