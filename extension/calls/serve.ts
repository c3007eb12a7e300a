import * as v from "valibot";
import browser, { type Runtime } from "webextension-polyfill";
import { failure, type Result, success } from "../../src/result.ts";
import type { OwnerLabels } from "../../src/page/site.ts";
import type { Call, CallTable, Handlers } from "./entry.ts";

const messageSchema = v.object({
  call: v.string(),
  input: v.optional(v.unknown(), null),
  inner: v.optional(v.boolean(), false),
});

/** Whether something of the page that a sender stands on may be stored. */
export type MayStore = (sender: Runtime.MessageSender) => Promise<boolean>;

/**
 * Answers calls of one table. Messages from anywhere but this extension are not answered, nor are calls without a
 * handler: another script of ours may serve them. A sender that may not make the call is answered `forbidden`. Returns
 * the function that stops serving.
 *
 * @param isInner whether this script is in an inner frame: what is said to those alone is left to them.
 * @param mayStore is asked before a call that stores something. A sender for whom it may not be is answered `private`.
 * @param ownerLabels tells whose a host is. Without it, each host is a site of its own.
 */
export function serve<Table extends CallTable>(
  table: Table,
  handlers: Partial<Handlers<Table>>,
  isInner = false,
  mayStore: MayStore = async () => true,
  ownerLabels: OwnerLabels = (host) => host.split(".").length,
): () => void {
  // A browser that takes a promise for an answer and one that does not both take what is handed over later.
  const listen = (message: unknown, sender: Runtime.MessageSender, respond: (answer: unknown) => void): boolean => {
    if (sender.id !== browser.runtime.id) return false;
    const parsed = v.safeParse(messageSchema, message);
    if (!parsed.success || !Object.hasOwn(handlers, parsed.output.call)) return false;
    if (parsed.output.inner && !isInner) return false;
    void answer(parsed.output.call, parsed.output.input, sender).then(respond);
    return true;
  };

  const answer = async (name: string, given: unknown, sender: Runtime.MessageSender): Promise<Result<unknown>> => {
    const { input, from, stores } = table[name] as Call<v.GenericSchema, unknown>;
    const checked = v.safeParse(input, given);
    if (!checked.success) return failure("invalid-input", `${name}: ${v.summarize(checked.issues)}`);
    if (!from(sender, checked.output, ownerLabels)) {
      return failure("forbidden", `${name} is not for ${sender.url ?? "this sender"}`);
    }
    if (stores && !(await mayStore(sender))) return failure("private", `${name} is not for private windows`);
    const handle = handlers[name] as (input: unknown, sender: Runtime.MessageSender) => Promise<Result<unknown>>;
    try {
      return await handle(checked.output, sender);
    } catch (error) {
      console.error(error);
      return failure("internal", String(error));
    }
  };

  // Asked for now: a script whose extension has been updated has no `browser.runtime` any more.
  const { onMessage } = browser.runtime;
  // Its types know of no `false`, which browsers take for no answer.
  const listener = listen as Runtime.OnMessageListenerCallback;
  onMessage.addListener(listener);
  return () => onMessage.removeListener(listener);
}

/** The answer of calls without output. */
export const done: Result<null> = success(null);
