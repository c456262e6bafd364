/**
 * Everything about Abiquo's wire that no public source states and that we had to assume. It is here, and only here,
 * so that a fact learnt from a live platform is a change of minutes. The simulator speaks by the same table.
 * Numbers are those of the part about the wire in docs/contract.md.
 */
export const assumed = {
  /** 4.2, 4.3: ends of URLs below a VM, used when the VM names no link for them. */
  resultsPath: 'backup/results',
  requestBackupPath: 'backup/action/request',
  /** 4.3: below one result. Later candidates: `backup/action/restore`, the older `action/restorebackup`. */
  restorePath: 'action/restore',
  /** 5.2: below a datacenter, and where the plug-in types are listed. */
  managersPath: 'backupmanagers',
  pluginTypesPath: '/config/backupplugintypes',
  /** 6: below a datacenter; one request lists what every tenant may use there. */
  limitsPath: 'action/getlimits',
  /** 2.2 */
  rolesPath: '/admin/roles',

  /** 3.2, 4.2: rels on a VM and on a result. */
  rel: {
    results: 'backupresults',
    requestBackup: 'requestbackup',
    restore: 'restore',
    /** 5.1: on a location, so that a tenant's console can learn what the backup system can do. */
    pluginType: 'backupplugintype',
    policy: 'policy',
    /** 5.2: on a datacenter. */
    managers: 'backupmanagers',
    /**
     * 2.2: a role that is sent back with links of this rel has just those privileges afterwards; without one of them its
     * privileges stay.
     */
    rolePrivilege: 'privilege',
  },

  /** 8: the last major version of the media types with which results lie in the metadata of VMs. */
  lastWithMetadata: 3,

  /** 4.2: results come in windows like other lists, in the order of this field. */
  resultsBy: 'creationDate',

  /**
   * 2.1: seconds for which a token is good (`abiquo.auth.token.validseconds`), where a deployment does not say another
   * number. The platform tells nobody which one it has.
   */
  tokenSeconds: 1_800,

  /** 1.4 */
  errorsMediaType: 'errors',

  /** 5.3: names of the switches in a datacenter's backup properties. */
  properties: {
    severalPolicies: 'multiplePolicies',
    changeWhileDeployed: 'updateWhileDeployed',
    severalRestores: 'multipleRestore',
    manualBackup: 'manualBackup',
  },

  /** 5.2: keys inside a plug-in type. */
  operations: { backup: 'backup', restore: 'restore' },
  operation: {
    onDemand: 'ONDEMAND',
    replication: 'REPLICATION',
    restore: 'RESTORE',
    setAtDeploy: 'DEPLOY',
    changeWhileDeployed: 'RECONFIGURE',
  },
  constraints: {
    severalPolicies: 'multiplePolicies',
    restoreNeedsPowerOff: 'requiresPowerOffToRestore',
    chooseDisks: 'diskSelection',
    /** Which fields of a backup manager the plug-in needs; the words are those of `need`. */
    endpoint: 'endpoint',
    user: 'user',
    password: 'password',
    /** Versions of the backup system that the plug-in works with, for people. */
    versions: 'versions',
  },
  need: { required: 'MANDATORY', optional: 'OPTIONAL', unused: 'NOT_USED' },

  /** 5.4: literals of the field modes on the wire. A missing value means `DEFINED_IN_VM` as well. */
  mode: { system: 'NOT_APPLY', vm: 'DEFINED_IN_VM' },

  /**
   * 3.5: task and job types of a manual backup and of a restore; and the media type by which a decision about a task is
   * asked, which is answered without a body.
   */
  task: { backup: 'BACKUP', restore: 'RESTORE', decisionMedia: 'task' },
  job: { backup: 'BACKUP', restore: 'RESTORE', schedule: 'BACKUP_SCHEDULE' },

  /** 4.2: words for the status of a result or a restore, compared in upper case; any other word is unknown. */
  status: {
    good: ['DONE', 'COMPLETED', 'COMPLETE', 'SUCCESS'],
    running: ['PROGRESS', 'IN_PROGRESS', 'RUNNING', 'PENDING'],
    failed: ['FAILED', 'ERROR'],
  },
} as const
