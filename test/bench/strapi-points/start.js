'use strict';

const { createStrapi } = require('@strapi/strapi');

createStrapi({ appDir: __dirname, distDir: __dirname })
  .start()
  .then(() => process.stdout.write(`ready http://127.0.0.1:${process.env.PORT}\n`));
