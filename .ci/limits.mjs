/**
 * What a live build may weigh: KB of brotli of JS and CSS, and files, before the list of VMs shows and in all. Of all,
 * 31 KB are the texts in Spanish, which only their readers load, and 22 KB the manual, which comes when nothing else does.
 */
export const limits = { first: 170, firstFiles: 12, all: 598 }
