/** 35 hours in minutes: the legal working week (Code du travail, L3121-27). */
export const FULL_TIME_MINUTES = 2100
