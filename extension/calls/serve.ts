import * as v from "valibot";
import browser, { type Runtime } from "webextension-polyfill";
import { failure, type Result, success } from "../../src/result.ts";

type CallMap<Map> = { [Name in keyof Map]: { input: unknown; output: unknown } };

/** One schema for each call's input. */
export type Schemas<Map> = { [Name in keyof Map]: v.GenericSchema<unknown, InputOf<Map, Name>> };
/** One function for each call. What it throws becomes a failure. */
export type Handlers<Map> = {
  [Name in keyof Map]: (
    input: InputOf<Map, Name>,
    sender: Runtime.MessageSender,
  ) => Promise<Result<OutputOf<Map, Name>>> | Result<OutputOf<Map, Name>>;
};
type InputOf<Map, Name extends keyof Map> = Map[Name] extends { input: infer Input } ? Input : never;
type OutputOf<Map, Name extends keyof Map> = Map[Name] extends { output: infer Output } ? Output : never;

const messageSchema = v.object({
  call: v.string(),
  input: v.optional(v.unknown(), null),
  inner: v.optional(v.boolean(), false),
});

/**
 * Answers the calls of one map. Messages from anywhere but this extension are not answered, nor are calls that are not
 * in the map: another script of ours may serve them. Returns the function that stops serving.
 *
 * @param mayCall whether this sender may make this call; where not, the answer is `forbidden`.
 * @param isInner whether this script is in an inner frame: what is said to those alone is left to them.
 */
export function serve<Map extends CallMap<Map>>(
  schemas: Schemas<Map>,
  handlers: Handlers<Map>,
  mayCall: (call: keyof Map, sender: Runtime.MessageSender) => boolean,
  isInner = false,
): () => void {
  // A browser that takes a promise for an answer and one that does not both take what is handed over later.
  const listen = (message: unknown, sender: Runtime.MessageSender, respond: (answer: unknown) => void): boolean => {
    if (sender.id !== browser.runtime.id) return false;
    const parsed = v.safeParse(messageSchema, message);
    if (!parsed.success || !Object.hasOwn(schemas, parsed.output.call)) return false;
    if (parsed.output.inner && !isInner) return false;
    void answer(parsed.output.call as keyof Map, parsed.output.input, sender).then(respond);
    return true;
  };

  const answer = async <Name extends keyof Map>(
    call: Name,
    input: unknown,
    sender: Runtime.MessageSender,
  ): Promise<Result<OutputOf<Map, Name>>> => {
    if (!mayCall(call, sender))
      return failure("forbidden", `${String(call)} is not for ${sender.url ?? "this sender"}`);
    const checked = v.safeParse(schemas[call], input);
    if (!checked.success) return failure("invalid-input", `${String(call)}: ${v.summarize(checked.issues)}`);
    try {
      return await handlers[call](checked.output, sender);
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

/** The schema of calls without input. */
export const noInput = v.nullish(v.null(), null);

/** The answer of calls without output. */
export const done: Result<null> = success(null);

/** Whether a message comes from the popup, the library or another page of this extension. */
export function isOwnPage(sender: Runtime.MessageSender): boolean {
  return sender.url?.startsWith(browser.runtime.getURL("")) === true;
}
