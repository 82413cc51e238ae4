/** The heap of a Worker's isolate, by workerd's inspector. It does not collect garbage when asked: the lowest of many samples is what lives. */
export interface Inspector {
  /** Bytes in use, garbage among them. */
  used(): Promise<number>;
  close(): void;
}

export async function inspect(port: number, worker = "whence"): Promise<Inspector> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/core:user:${worker}`);
  await new Promise((done, fail) => {
    socket.addEventListener("open", done);
    socket.addEventListener("error", () => fail(new Error("the inspector does not answer")));
  });
  let next = 0;
  const waiting = new Map<number, (result: { usedSize: number }) => void>();
  socket.addEventListener("message", ({ data }) => {
    const { id, result } = JSON.parse(String(data)) as { id?: number; result: { usedSize: number } };
    if (id === undefined) return;
    waiting.get(id)?.(result);
    waiting.delete(id);
  });
  const ask = (method: string) =>
    new Promise<{ usedSize: number }>((done) => {
      waiting.set(++next, done);
      socket.send(JSON.stringify({ id: next, method }));
    });
  await ask("Runtime.enable");
  return { used: async () => (await ask("Runtime.getHeapUsage")).usedSize, close: () => socket.close() };
}
