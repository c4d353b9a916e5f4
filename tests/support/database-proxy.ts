import { once } from 'node:events';
import { type AddressInfo, type Server, type Socket, connect, createServer } from 'node:net';

/** What a proxy does with bytes on their way to the database: pass them, go away before or after the database has them. */
export type Passing = 'pass' | 'away-before' | 'away-after';

/** A way to a database that a test can cut. */
export interface DatabaseProxy {
  readonly url: string;
  /** Cuts every connection and refuses new ones. */
  readonly goAway: () => Promise<void>;
  /** Lets connections through again. */
  readonly comeBack: () => Promise<void>;
  /** Looks at what the next connections send; `away-...` cuts the way once. */
  readonly watch: (look: (bytes: Buffer) => Passing) => void;
  readonly close: () => Promise<void>;
}

/** A proxy before the database of an address with a socket's folder (`?host=...`). */
export const createDatabaseProxy = async (databaseUrl: string): Promise<DatabaseProxy> => {
  const { username, pathname, folder } = partsOf(databaseUrl);
  const open = new Set<Socket>();
  let look: (bytes: Buffer) => Passing = () => 'pass';
  let port = 0;
  let server: Server;

  const cut = (): void => {
    server.close();
    for (const socket of open) socket.destroy();
    open.clear();
  };
  const accept = (client: Socket): void => {
    const database = connect(`${folder}/.s.PGSQL.5432`);
    open.add(client).add(database);
    client.on('data', (bytes: Buffer) => {
      const passing = look(bytes);
      if (passing === 'away-before') return cut();
      if (passing === 'pass') return void database.write(bytes);
      // The database acts on what it got, and nobody hears of it: its answer is what cuts the way.
      database.removeAllListeners('data').once('data', cut);
      database.write(bytes);
    });
    database.on('data', (bytes: Buffer) => client.write(bytes));
    for (const [socket, other] of [
      [client, database],
      [database, client],
    ] as const) {
      socket.on('error', () => undefined);
      socket.on('close', () => {
        open.delete(socket);
        other.destroy();
      });
    }
  };
  const comeBack = async (): Promise<void> => {
    look = () => 'pass';
    server = createServer(accept).listen(port, '127.0.0.1');
    await once(server, 'listening');
    port = (server.address() as AddressInfo).port;
  };
  const goAway = async (): Promise<void> => {
    if (!server.listening) return;
    const closed = once(server, 'close');
    cut();
    await closed;
  };
  await comeBack();
  return {
    url: `postgresql://${username}@127.0.0.1:${port}${pathname}`,
    goAway,
    comeBack,
    watch: (of) => {
      look = of;
    },
    close: goAway,
  };
};

/** WHATWG addresses have no empty host, so that of a socket is read by hand. */
const partsOf = (url: string): { username: string; pathname: string; folder: string } => {
  const [, username = '', database = '', host = ''] = /^postgresql:\/\/([^@]*)@\/([^?]*)\?host=([^&]*)/.exec(url) ?? [];
  return { username, pathname: `/${database}`, folder: decodeURIComponent(host) };
};
