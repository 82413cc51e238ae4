/** True in every Worker, by wrangler.toml; Node, which runs the sources as they are, knows no such name. What stands behind it is in no bundle. */
declare const BUNDLED: true;
