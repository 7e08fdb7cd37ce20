/** Brackets, allowances and credits of the tax withheld from wages: `datedValues('table', title, [from, rows, source])`. */
export const wageTax = {}
