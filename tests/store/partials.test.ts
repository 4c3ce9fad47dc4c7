/** Files being made, under hidden names: what a crash left is swept, and a name taken meanwhile keeps its journal. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createDossier, identityOf, openDossier } from '../../electron/store/open.ts'
import { newDossierFile } from '../../electron/store/opening/new-file.ts'
import { partialName, sweepPartials } from '../../electron/store/opening/partials.ts'
import { type DossierFolder, dossierFolder } from '../support/dossier-folder.ts'
import { codeOf } from '../support/refusal-code.ts'

let place: DossierFolder
beforeEach(() => {
  place = dossierFolder()
})
afterEach(() => place.remove())

/** No process has so high a number: the one that made it is gone. */
const leftover = () => partialName().replace(`.${process.pid}.`, '.4194305.')

describe('what a crashed process left half-made', () => {
  it('goes with the next dossier opened there; what another process still makes stays', () => {
    createDossier(place.path('a.jalon'), place.options()).close()
    const [gone, live] = [leftover(), partialName()]
    for (const name of [gone, live]) writeFileSync(place.path(name), '')
    openDossier(place.path('a.jalon'), place.options()).close()
    expect(readdirSync(place.folder)).not.toContain(gone)
    expect(readdirSync(place.folder)).toContain(live)
  })

  it('stops nobody where it cannot be removed: the dossier beside it opens, and is written', () => {
    createDossier(place.path('a.jalon'), place.options()).close()
    // A folder is not removed as a file is, whoever asks.
    const stuck = leftover()
    mkdirSync(place.path(stuck))
    sweepPartials(place.folder)
    expect(existsSync(place.path(stuck))).toBe(true)
    const dossier = openDossier(place.path('a.jalon'), place.options())
    expect(dossier.readOnlyReason).toBeNull()
    dossier.close()
  })
})

describe('a name that another program took while a dossier was being made', () => {
  it('is refused, and the journal beside it, which is that other one’s, is not moved', () => {
    const identity = identityOf(place.options())
    const [first, second] = [1, 2].map(() => newDossierFile(place.path('a.jalon'), identity))
    first?.name()
    writeFileSync(place.path('a.jalon-journal'), 'son journal')
    expect(codeOf(() => second?.name())).toBe('file.exists')
    second?.drop()
    expect(readFileSync(place.path('a.jalon-journal'), 'utf8')).toBe('son journal')
    expect(readdirSync(place.folder).sort()).toEqual(['a.jalon', 'a.jalon-journal'])
  })
})
