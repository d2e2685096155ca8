'use strict';

const OPEN = ['find', 'findOne', 'create'];

/** Anybody may read and write points, as the bench does. */
module.exports = {
  async bootstrap({ strapi }) {
    const [role] = await strapi.db.query('plugin::users-permissions.role').findMany({ where: { type: 'public' } });
    for (const act of OPEN) {
      const permission = { action: `api::point.point.${act}`, role: role.id };
      const permissions = strapi.db.query('plugin::users-permissions.permission');
      if (!(await permissions.findOne({ where: permission }))) await permissions.create({ data: permission });
    }
  },
};
