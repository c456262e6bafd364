import { attributesOf, attributeText, toBase64, vectorsOf } from './attribute-text'
import type { MarketRun } from './market-run'
import type { Disk, VirtualMachine } from './wire'

/** A disk without an image is made anew from its definition; one of a CD is not copied. */
const isVolatile = ({ IMAGE_ID }: Disk): boolean => IMAGE_ID === null
/** A CD is kept as it is: it is named again, not copied. */
const isCd = ({ TYPE }: Disk): boolean => TYPE.toUpperCase() === 'CDROM'
/** Whether a backup has to copy it. */
export const isSaved = (disk: Disk): boolean => !isVolatile(disk) && !isCd(disk)

/** What stands on the saved template of a VM: its size, its disks in their order, its networks. */
export function savedTemplate({ TEMPLATE }: VirtualMachine, images: MarketRun['images']): string {
  const DISK = TEMPLATE.DISK.map((disk) => {
    if (isVolatile(disk)) return { TYPE: disk.TYPE.toLowerCase() || 'fs', SIZE: `${disk.SIZE ?? 1_024}` }
    const image = isCd(disk) ? disk.IMAGE_ID : images.find((one) => one.disk === disk.DISK_ID)?.id
    return { IMAGE_ID: `${image ?? ''}` }
  })
  const { CPU, VCPU, MEMORY } = TEMPLATE
  return attributeText({
    ...(CPU !== null && { CPU: `${CPU}` }),
    ...(VCPU !== null && { VCPU: `${VCPU}` }),
    ...(MEMORY !== null && { MEMORY: `${MEMORY}` }),
    DISK,
    ...(TEMPLATE.NIC.length > 0 && { NIC: TEMPLATE.NIC.map(({ NETWORK }) => ({ NETWORK })) }),
    SAVED_TEMPLATE_ID: `${TEMPLATE.TEMPLATE_ID ?? -1}`,
  })
}

const version = '6.0.3'

/** The app of a saved disk. */
export const imageAppName = (run: MarketRun, disk: number): string => `${run.name}-disk-${disk}-app`
/** The image that a disk is saved to, before it goes to the marketplace. */
export const imageName = (run: MarketRun, disk: number): string => `${run.name}-disk-${disk}`

/** The appliance of a saved disk. */
export const imageApp = (run: MarketRun, disk: Disk, image: number): string =>
  attributeText({
    NAME: imageAppName(run, disk.DISK_ID),
    ORIGIN_ID: `${image}`,
    TYPE: 'IMAGE',
    VERSION: version,
    APPTEMPLATE64: toBase64(
      `TYPE=${disk.DISK_ID === 0 ? 'OS' : 'DATABLOCK'}\nDEV_PREFIX="${disk.DEV_PREFIX || 'sd'}"\n`,
    ),
  })

/** What the appliance has in a form of its own, or not at all. */
const changed: ReadonlySet<string> = new Set(['DISK', 'NIC', 'SAVED_TEMPLATE_ID'])

/** The appliance of the template: disks by the names of theirs, networks chosen anew where it is restored. */
export function templateApp(run: MarketRun, saved: unknown, disks: readonly Disk[]): string {
  const all = attributesOf(saved)
  const { DISK, NIC } = all
  const rest = Object.fromEntries(Object.entries(all).filter(([name]) => !changed.has(name)))
  const fresh = vectorsOf(DISK).filter((one) => one['IMAGE_ID'] === undefined)
  const inside = attributeText({
    ...rest,
    ...(fresh.length > 0 && { DISK: fresh }),
    NIC: vectorsOf(NIC).map(() => ({ NETWORK_MODE: 'auto' })),
  })
  return attributeText({
    NAME: run.name,
    ORIGIN_ID: '-1',
    TYPE: 'VMTEMPLATE',
    VERSION: version,
    DISK: disks.filter(isSaved).map(({ DISK_ID }, at) => ({ NAME: `OS_${at}`, APP: imageAppName(run, DISK_ID) })),
    APPTEMPLATE64: toBase64(inside),
  })
}
