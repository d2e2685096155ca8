/** Where the guard, the reply check and the upload reader find the route of a handler. */
export const ROUTE = Symbol('route');
