/** What the channel is called by which one of our own pages has what other machines change come in at once. */
export const SYNC_CHANNEL = "sync-company";
