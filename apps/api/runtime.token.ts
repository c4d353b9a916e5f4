/** Token under which Nest hands out the `Runtime`. */
export const RUNTIME = Symbol('runtime');
/** Token under which Nest hands out the logger. */
export const LOGGER = Symbol('logger');
