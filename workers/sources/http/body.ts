/**
 * Reads a body up to a limit: its bytes, and whether these are all. At most one chunk more is in memory, and the rest stays unread.
 * A length that is stated beforehand proves nothing: a body in chunks has none.
 */
export async function bytesUpTo(
  body: ReadableStream<Uint8Array> | null,
  limit: number,
): Promise<{ bytes: Uint8Array<ArrayBuffer>; whole: boolean }> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = body?.getReader();
  try {
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
      chunks.push(part.value);
      size += part.value.length;
      if (size > limit) break;
    }
  } finally {
    reader?.releaseLock();
  }
  const bytes = new Uint8Array(Math.min(size, limit));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk.subarray(0, bytes.length - at), at);
    at += Math.min(chunk.length, bytes.length - at);
  }
  return { bytes, whole: size <= limit };
}
