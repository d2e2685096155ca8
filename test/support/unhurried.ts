/** Tests ask faster than people do: settings under which nobody is slowed down for it. */
export const UNHURRIED = { UNITS_PER_PERSON: '0', UNITS_PER_ADDRESS: '0' };
