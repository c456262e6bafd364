import * as z from 'zod/mini'

import {
  counted,
  countedIds,
  decimal,
  ids,
  instant,
  many,
  needed,
  numberList,
  pool,
  section,
  text,
  whole,
  word,
} from './wire-read'

/**
 * OpenNebula's objects as we read them: the XML inside of an answer, as members. Names are the platform's. Sizes are MB,
 * instants come as seconds since 1970. Secrets (`PASSWORD`, `LOGIN_TOKEN`, `RESTIC_PASSWORD`) are not among the members.
 */
const permissions = section(
  z.looseObject({
    OWNER_U: text,
    OWNER_M: text,
    OWNER_A: text,
    GROUP_U: text,
    GROUP_M: text,
    GROUP_A: text,
    OTHER_U: text,
    OTHER_M: text,
    OTHER_A: text,
  }),
)

const owned = { ID: needed, UID: whole, GID: whole, UNAME: text, GNAME: text, NAME: word }

// --- scheduled actions -------------------------------------------------------------------------------------------------

/**
 * A `SCHED_ACTION` of a VM or of a backup job: what is done when. Of a backup `ARGS` names the datastore, and whether
 * a chain begins anew.
 */
export const schedAction = z.looseObject({
  ID: needed,
  ACTION: text,
  ARGS: text,
  TIME: instant,
  /** -1 or missing: once, 0 weekly, 1 monthly, 2 yearly, 3 every so many hours. */
  REPEAT: whole,
  DAYS: text,
  /** -1 none, 0 never, 1 after so many runs, 2 at an instant. */
  END_TYPE: whole,
  END_VALUE: whole,
  DONE: instant,
  MESSAGE: text,
})
/** As it was read. `DONE` is its last run, `MESSAGE` what the server said when that failed. */
export type SchedAction = z.output<typeof schedAction>

// --- virtual machines --------------------------------------------------------------------------------------------------

const disk = z.looseObject({
  DISK_ID: needed,
  IMAGE: text,
  IMAGE_ID: whole,
  DATASTORE: text,
  DATASTORE_ID: whole,
  SIZE: whole,
  TYPE: text,
  FORMAT: text,
  TARGET: text,
  DEV_PREFIX: text,
})
/** A `DISK` of a VM as it was read; one without `IMAGE_ID` is volatile. */
export type Disk = z.output<typeof disk>

const history = z.looseObject({ SEQ: whole, HOSTNAME: text, HID: whole, CID: whole, ETIME: instant, ACTION: whole })

/** The attribute of the Marketplace backup: four members of free text, all of which are written back together. */
export const backupAttribute = z.looseObject({
  FREQUENCY_SECONDS: text,
  MARKETPLACE_ID: text,
  LAST_BACKUP_TIME: text,
  MARKETPLACE_APP_IDS: text,
})
/** As it was read; the platform's own Marketplace tool reads and writes the attribute too. */
export type BackupAttribute = z.output<typeof backupAttribute>

const backupConfig = z.looseObject({
  MODE: text,
  INCREMENT_MODE: text,
  KEEP_LAST: whole,
  FS_FREEZE: text,
  BACKUP_VOLATILE: text,
  BACKUP_JOB_ID: whole,
  ACTIVE_FLATTEN: text,
  LAST_INCREMENT_ID: whole,
  INCREMENTAL_BACKUP_ID: whole,
})
/** What `one.vm.updateconf` sets of backups; settings that a release lacks are empty. */
export type BackupConfig = z.output<typeof backupConfig>

/** A `VM`, whole from `one.vm.info` and `one.vmpool.infoextended`; `one.vmpool.info` leaves parts out. */
export const virtualMachine = z.looseObject({
  ...owned,
  PERMISSIONS: permissions,
  STATE: needed,
  LCM_STATE: needed,
  STIME: instant,
  ETIME: instant,
  LOCK: section(z.looseObject({ LOCKED: text })),
  TEMPLATE: section(
    z.looseObject({
      CPU: decimal,
      VCPU: whole,
      MEMORY: whole,
      TEMPLATE_ID: whole,
      DISK: many(disk),
      NIC: many(z.looseObject({ NETWORK: text })),
      SCHED_ACTION: many(schedAction),
    }),
  ),
  USER_TEMPLATE: section(
    z.looseObject({ ERROR: text, DESCRIPTION: text, LABELS: text, BACKUP: many(backupAttribute), OS: text }),
  ),
  HISTORY_RECORDS: section(z.looseObject({ HISTORY: many(history) })),
  BACKUPS: section(z.looseObject({ BACKUP_CONFIG: section(backupConfig), BACKUP_IDS: countedIds })),
  SCHED_ACTIONS: ids,
})
/** As it was read. States are numbers, which `states.ts` puts into words. */
export type VirtualMachine = z.output<typeof virtualMachine>
/** `VM_POOL`, read row by row. */
export const vmPool = pool('VM', virtualMachine)

// --- images ------------------------------------------------------------------------------------------------------------

const increment = z.looseObject({ ID: needed, DATE: instant, PARENT_ID: whole, SIZE: whole, SOURCE: text, TYPE: text })
/** A link of a chain of backups as it was read. */
export type Increment = z.output<typeof increment>

/** An `IMAGE`: of a backup with the increments of its chain. */
export const image = z.looseObject({
  ...owned,
  /** 6 is a backup. */
  TYPE: whole,
  REGTIME: instant,
  SIZE: whole,
  STATE: whole,
  DATASTORE_ID: whole,
  DATASTORE: text,
  VMS: ids,
  TEMPLATE: section(z.looseObject({ ERROR: text })),
  BACKUP_INCREMENTS: section(z.looseObject({ INCREMENT: counted(increment) })),
})
/** As it was read; `VMS` of a backup holds the VM that it is of. */
export type Image = z.output<typeof image>
/** `IMAGE_POOL`, read row by row. */
export const imagePool = pool('IMAGE', image)

// --- backup jobs, datastores -------------------------------------------------------------------------------------------

/** A `BACKUPJOB`: VMs that one schedule backs up to one datastore. */
export const backupJob = z.looseObject({
  ...owned,
  LAST_BACKUP_TIME: instant,
  UPDATED_VMS: ids,
  OUTDATED_VMS: ids,
  BACKING_UP_VMS: ids,
  ERROR_VMS: ids,
  TEMPLATE: section(
    z.looseObject({
      BACKUP_VMS: numberList,
      DATASTORE_ID: whole,
      MODE: text,
      KEEP_LAST: whole,
      ERROR: text,
      SCHED_ACTION: many(schedAction),
    }),
  ),
})
/** As it was read. The four lists of VMs are how far its last run is. */
export type BackupJob = z.output<typeof backupJob>
/** `BACKUPJOB_POOL`, read row by row. */
export const backupJobPool = pool('BACKUPJOB', backupJob)

/** Without its secrets: of what it is not asked for nothing is kept. */
export const datastore = z.object({
  ...owned,
  DS_MAD: text,
  /** 0 images, 1 system, 2 files, 3 backups. */
  TYPE: whole,
  /** 0 is ready. */
  STATE: whole,
  CLUSTERS: ids,
  TOTAL_MB: whole,
  FREE_MB: whole,
  TEMPLATE: section(z.object({ RSYNC_HOST: text, RSYNC_USER: text, RESTIC_SFTP_SERVER: text, RESTIC_SFTP_USER: text })),
})
/** As it was read; only those of type 3 take backups. */
export type Datastore = z.output<typeof datastore>
/** `DATASTORE_POOL`, read row by row. */
export const datastorePool = pool('DATASTORE', datastore)

// --- marketplaces ------------------------------------------------------------------------------------------------------

/** A `MARKETPLACE`: before there were backup datastores, backups went to one. */
export const marketplace = z.looseObject({ ...owned, STATE: whole, MARKET_MAD: text, FREE_MB: whole, ZONE_ID: whole })
/** As it was read. */
export type Marketplace = z.output<typeof marketplace>
/** `MARKETPLACE_POOL`, read row by row. */
export const marketplacePool = pool('MARKETPLACE', marketplace)

/** A `MARKETPLACEAPP`: a saved disk, or the saved template that names such disks. */
export const marketplaceApp = z.looseObject({
  ...owned,
  REGTIME: instant,
  /** 0 INIT, 1 READY, 2 LOCKED, 3 ERROR, 4 DISABLED. */
  STATE: whole,
  /** 1 an image, 2 a template of a VM. */
  TYPE: whole,
  SIZE: whole,
  MARKETPLACE_ID: whole,
  MARKETPLACE: text,
  APPTEMPLATE64: text,
  TEMPLATE: section(z.looseObject({ ERROR: text, DISK: many(z.looseObject({ NAME: text, APP: text })) })),
})
/** As it was read. */
export type MarketplaceApp = z.output<typeof marketplaceApp>
/** `MARKETPLACEAPP_POOL`, read row by row. */
export const marketplaceAppPool = pool('MARKETPLACEAPP', marketplaceApp)

// --- templates, people, places -----------------------------------------------------------------------------------------

/** `TEMPLATE` holds any attributes; `xml.ts` reads them. */
export const vmTemplate = z.looseObject({ ...owned, TEMPLATE: z.optional(z.unknown()) })
/** `VMTEMPLATE_POOL`, read row by row. */
export const vmTemplatePool = pool('VMTEMPLATE', vmTemplate)

/** It comes with secrets: only the members that are named are kept. */
export const user = z.object({ ID: needed, GID: needed, GNAME: text, NAME: word, GROUPS: ids })
/** As it was read; user 0 and all who are in group 0 are administrators. */
export type User = z.output<typeof user>

/** The tokens of a person, to know when the own one ends; they are looked at and kept nowhere. */
export const tokens = z.object({ LOGIN_TOKEN: many(z.object({ TOKEN: text, EXPIRATION_TIME: instant })) })

const named = z.looseObject({ ID: needed, NAME: word })
/** `GROUP_POOL`: what tenants are here. */
export const groupPool = pool('GROUP', named)
/** `CLUSTER_POOL`: what datacenters are here. */
export const clusterPool = pool('CLUSTER', named)
