/** Number of a row in its table; negative or zero while it is not written. */
export type Id = number
