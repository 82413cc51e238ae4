/** A hostile origin on loopback, on raw sockets, so that it can break every rule of HTTP. One behaviour for each path. */
import { createServer, type Socket } from "node:net";

/** What happens on a connection once its request's head is in. */
export type Behaviour = (socket: Socket, head: string) => void;

export interface Origin {
  /** `127.0.0.1:port`. */
  place: string;
  url(path: string): string;
  /** Heads of the requests that came, in order. */
  heads: string[];
  /** Connections that are open now. */
  open(): number;
  close(): Promise<void>;
}

/** Serves `behaviours` by the path of a request; what is not among them gets 404. */
export async function openOrigin(behaviours: Record<string, Behaviour>): Promise<Origin> {
  const sockets = new Set<Socket>();
  const heads: string[] = [];
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("error", () => socket.destroy());
    socket.on("end", () => setTimeout(() => socket.destroy(), 50).unref());
    let came = "";
    // A connection may be used again: that is the client's choice, and part of what is tried.
    socket.on("data", (data: Buffer) => {
      came += data.toString("latin1");
      const end = came.indexOf("\r\n\r\n");
      if (end < 0) return;
      const head = came.slice(0, end);
      came = "";
      heads.push(head);
      const path = (/^\S+ (\S+)/.exec(head)?.[1] ?? "/").slice(1).split("?")[0] ?? "";
      (behaviours[path] ?? send("404 Not Found", "", "no such behaviour"))(socket, head);
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  const place = `127.0.0.1:${typeof address === "object" ? address?.port : 0}`;
  return {
    place,
    heads,
    url: (path) => `http://${place}/${path}`,
    open: () => sockets.size,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((done) => server.close(done));
    },
  };
}

/** An answer with a true length, and then the end of the connection. */
export function send(status: string, headers: string, body: string | Buffer): Behaviour {
  const bytes = typeof body === "string" ? Buffer.from(body) : body;
  return raw(`HTTP/1.1 ${status}\r\n${headers}Content-Length: ${bytes.length}\r\n`, bytes);
}
/** A head as given, `Connection: close`, a body as given, the end. */
export function raw(head: string, body: string | Buffer = ""): Behaviour {
  return (socket) => {
    socket.write(`${head}Connection: close\r\n\r\n`);
    socket.end(body);
  };
}
export const page = (body: string | Buffer, type = "text/html; charset=utf-8") => send("200 OK", `Content-Type: ${type}\r\n`, body);
export const redirect = (to: string, status = "302 Found") => send(status, `Location: ${to}\r\n`, "");

/** Says something again and again, until nobody listens. */
export function drip(head: string, what: string | Buffer, everyMs: number): Behaviour {
  return (socket) => {
    socket.write(head);
    const timer = setInterval(() => socket.write(what), everyMs);
    socket.on("close", () => clearInterval(timer));
  };
}
/** As much as is taken, as fast as it is taken. */
export function flood(head: string, chunk: Buffer): Behaviour {
  return (socket) => {
    const more = () => {
      while (!socket.destroyed && socket.write(chunk));
    };
    socket.on("drain", more);
    socket.write(head);
    more();
  };
}
