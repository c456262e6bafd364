/**
 * What a live build may weigh: KB of brotli of JS and CSS, and files, before the list of VMs shows and in all. Of all,
 * 31 KB are the texts in Spanish, which only their readers load, 22 KB the manual, which comes when nothing else does, and
 * 48 KB the adapters of three platforms, of which a deployment loads one.
 */
export const limits = { first: 165, firstFiles: 12, all: 613 }
