import type { Connection, RowDataPacket } from 'mysql2/promise';

/** Cells that do not hold as many as the bookings that lie in them, or more than there are counters (two, in the demo). */
export async function miscountedPlaces(connection: Connection): Promise<RowDataPacket[]> {
  const [cells] = await connection.query<RowDataPacket[]>(
    `SELECT c.poolId, c.day, c.minute, c.taken, COUNT(b.id) AS counted FROM booking_cell c
     LEFT JOIN booking b ON b.poolId = c.poolId AND b.day = c.day AND b.minute <= c.minute
       AND b.minute + b.minutes > c.minute AND b.state <> 'cancelled'
     GROUP BY c.poolId, c.day, c.minute, c.taken HAVING c.taken <> COUNT(b.id) OR c.taken > 2`,
  );
  return cells;
}
