/**
 * What a live build may weigh: KB of brotli of JS and CSS, and files, before the list of VMs shows and in all. Of all,
 * 31 KB are the texts in Spanish, which only their readers load, 22 KB the manual, which comes when nothing else does, and
 * 48 KB the adapters of three platforms, of which a deployment loads one. The same code weighs a kilobyte more or less by
 * the folder in which it is built, since the bundler parts what pages share in another order there.
 */
export const limits = { first: 165, firstFiles: 12, all: 608 }
