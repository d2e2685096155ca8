import type { FastifyInstance } from 'fastify';
import helmet from 'helmet';
import type { Settings } from '../config/settings.ts';

/**
 * Tells browsers what pages may do (OWASP ASVS 14.4): no script but our own, no frame of another site. The headers are
 * reckoned once; Fastify's own plugin for helmet reckons them for every request anew.
 */
export function secureHeaders(fastify: FastifyInstance, settings: Pick<Settings, 'TIANDITU_KEY' | 'demo'>): void {
  const secure = helmet({
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        // Taro sets sizes of pickers and pages in style attributes.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:', ...(settings.TIANDITU_KEY ? ['https://*.tianditu.gov.cn'] : [])],
        connectSrc: ["'self'"],
        // A county behind plain HTTP in a trial must not be sent to a port that nobody serves.
        upgradeInsecureRequests: null,
      },
    },
    strictTransportSecurity: settings.demo ? false : undefined,
  });
  fastify.addHook('onRequest', (request, reply, done) => secure(request.raw, reply.raw, done as () => void));
}
