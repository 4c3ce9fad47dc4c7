/** By what an import recognises an object of the dossier: each key, and the fields of a file that give it. */
const RECOGNITION = {
  employer: {
    siret: ['employer.siret'],
    stateId: ['employer.stateId'],
    name: ['employer.name'],
  },
  position: {
    stateId: ['position.stateId'],
    label: ['position.label'],
  },
  person: {
    stateId: ['person.stateId'],
    name: ['person.fullName', 'person.lastName'],
    email: ['person.email'],
  },
  contract: {
    stateId: ['contract.stateId'],
    start: ['contract.startsOn'],
  },
  agreement: {
    reference: ['agreement.reference'],
    number: ['agreement.dsNumber', 'agreement.ejNumber'],
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>

export type Recognised = keyof typeof RECOGNITION
export type KeyOf<R extends Recognised> = keyof (typeof RECOGNITION)[R] & string

/** Null: the usual order, every key tried in turn. */
export type ChosenKeys = { readonly [R in Recognised]: KeyOf<R> | null }

export const RECOGNISED = Object.keys(RECOGNITION) as readonly Recognised[]

export function keysOf(object: Recognised): readonly string[] {
  return Object.keys(RECOGNITION[object])
}

/** The fields that give a key; none for a key that object does not have. */
export function fieldsOfKey(object: Recognised, key: string): readonly string[] {
  const keys: Readonly<Record<string, readonly string[]>> = RECOGNITION[object]
  return keys[key] ?? []
}

/** Keys the columns of a file give, in the usual order. */
export function keysGiven(object: Recognised, fields: ReadonlySet<string>): readonly string[] {
  return keysOf(object).filter((key) => fieldsOfKey(object, key).some((field) => fields.has(field)))
}
