/** Nothing but the router: what any answer costs. */
import { Hono } from "hono";

const body = JSON.stringify({ events: Array.from({ length: 30 }, (_, i) => ({ id: i, at: "2025-04-08T14:00:00Z", who: "somebody" })) });
const app = new Hono();
app.get("/json", (c) => c.body(body, 200, { "content-type": "application/json" }));
export default app;
