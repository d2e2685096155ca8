import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/**
 * A line to a server on this machine that can be cut, as a network does it: what is sent over it gets lost, and neither
 * end is told.
 */
export class Line {
  private readonly ends = new Set<Socket>();
  private isCut = false;

  private constructor(private readonly door: Server) {}

  static async to(port: number): Promise<Line> {
    const door = createServer();
    const line = new Line(door);
    door.on('connection', (near) => line.lead(near, connect(port, '127.0.0.1')));
    await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve));
    return line;
  }

  /** Where it is entered, on the loopback. */
  get port(): number {
    return (this.door.address() as AddressInfo).port;
  }

  cut(): void {
    this.isCut = true;
  }

  /** Who comes now gets through; what was under way when it was cut is lost for good. */
  mend(): void {
    this.isCut = false;
    for (const end of this.ends) end.destroy();
  }

  close(): void {
    this.mend();
    this.door.close();
  }

  private lead(near: Socket, far: Socket): void {
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      this.ends.add(from);
      from.on('data', (bytes) => {
        if (!this.isCut) to.write(bytes);
      });
      from.on('error', () => from.destroy());
      from.on('close', () => {
        this.ends.delete(from);
        if (!this.isCut) to.destroy();
      });
    }
  }
}
