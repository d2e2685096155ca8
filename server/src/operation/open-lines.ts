import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/** A browser keeps a line in hand on which it asks nothing. */
const SILENT_MS = 500;
/** The head of a request that was begun is here by then, or never comes. */
const BEGUN_MS = 3_000;

/**
 * The lines a server has open. Node's own `closeIdleConnections` lets go of those that were used before; one on which
 * nothing, or half a head, has come keeps a server that wants to end for as long as its client likes.
 */
export class OpenLines {
  /** How many requests are being served on each. */
  private readonly requests = new Map<Socket, number>();

  constructor(private readonly server: Server) {
    server.on('connection', (socket) => {
      this.requests.set(socket, 0);
      socket.once('close', () => this.requests.delete(socket));
    });
    server.on('request', ({ socket }, response) => {
      this.count(socket, 1);
      response.once('close', () => this.count(socket, -1));
    });
  }

  /** Lets go of whatever nobody waits on, `sinceMs` after the server began to end. */
  letGo(sinceMs: number): void {
    this.server.closeIdleConnections();
    for (const [socket, requests] of this.requests)
      if (requests === 0 && sinceMs > (socket.bytesRead ? BEGUN_MS : SILENT_MS)) socket.destroy();
  }

  private count(socket: Socket, change: number): void {
    const before = this.requests.get(socket);
    if (before !== undefined) this.requests.set(socket, before + change);
  }
}
