/**
 * Dimona worker types of the special schemes: a wrong type costs the scheme's contributions. Ordinary engagements are
 * filed as `OTH`; an amateur-arts allowance has no Dimona, it is declared in Working in the Arts. Source: socialsecurity.be,
 * Dimona, « who »; ksz-bcss.fgov.be, variable « type werknemer ».
 */
export const DIMONA_TYPE = { student: 'STU', 'flexi-job': 'FLX' } as const
