'use strict';

// A page of 150 is more than the usual limit of 100.
module.exports = { rest: { defaultLimit: 25, maxLimit: 150 } };
