# Node 24 image in two stages; runs as a user without rights. It was written beside the tests but never built where
# they run (no container engine there): build it once before relying on it.
# better-sqlite3 12 is compiled here, in the first stage, for this image's own Node.
FROM node:24-bookworm AS build
WORKDIR /app
COPY . .
RUN npm ci --no-progress \
  && npm rebuild better-sqlite3 --ignore-scripts=false \
  && npm run build
# What remains is what runs: production packages with the database just compiled.
RUN npm prune --omit=dev --workspace server --workspace shared --workspace seeds --include-workspace-root \
  && npm rebuild better-sqlite3 --ignore-scripts=false

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data TZ=Asia/Shanghai
WORKDIR /app
COPY --from=build --chown=node:node /app/package.json ./
COPY --from=build --chown=node:node /app/node_modules node_modules
COPY --from=build --chown=node:node /app/shared shared
COPY --from=build --chown=node:node /app/seeds seeds
COPY --from=build --chown=node:node /app/server server
COPY --from=build --chown=node:node /app/miniapp/package.json miniapp/package.json
COPY --from=build --chown=node:node /app/miniapp/dist/h5 miniapp/dist/h5
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/api/health`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "server/dist/src/main.js"]
