import type { ComponentChildren, VNode } from "preact";
import type { Block, Inline } from "../../../src/markup/markup.ts";

/**
 * A note's tree as elements: a fixed set of them, built one by one, each in the direction of its own text. Text is
 * always text, nothing is ever loaded, and a link opens a tab of its own that learns nothing of where it was followed.
 */
export function renderMarkup(blocks: readonly Block[]): ComponentChildren {
  return blocks.map(renderBlock);
}

function renderBlock(block: Block, key: number): VNode {
  switch (block.kind) {
    case "paragraph":
      return (
        <p key={key} dir="auto">
          {block.children.map(renderInline)}
        </p>
      );
    case "heading":
      // A note's own headings must not stand among those of the page or the popup that it is shown in.
      return (
        <p key={key} class="heading" dir="auto">
          {block.children.map(renderInline)}
        </p>
      );
    case "code-block":
      return (
        <pre key={key}>
          <code>{block.text}</code>
        </pre>
      );
    case "rule":
      return <hr key={key} />;
    case "quote":
      return (
        <blockquote key={key} dir="auto">
          {block.children.map(renderBlock)}
        </blockquote>
      );
    case "list": {
      const items = block.items.map((item, index) => <li key={index}>{renderItem(item)}</li>);
      return block.start !== null ? (
        <ol key={key} start={block.start} dir="auto">
          {items}
        </ol>
      ) : (
        <ul key={key} dir="auto">
          {items}
        </ul>
      );
    }
  }
}

/** An item of one paragraph is a line, not a paragraph. */
function renderItem(item: readonly Block[]): ComponentChildren {
  return item.map((block, index) =>
    block.kind === "paragraph" && index === 0 ? block.children.map(renderInline) : renderBlock(block, index),
  );
}

function renderInline(inline: Inline, key: number): VNode | string {
  switch (inline.kind) {
    case "text":
      return inline.text;
    case "break":
      return <br key={key} />;
    case "code":
      return <code key={key}>{inline.text}</code>;
    case "emphasis":
      return <em key={key}>{inline.children.map(renderInline)}</em>;
    case "strong":
      return <strong key={key}>{inline.children.map(renderInline)}</strong>;
    case "struck":
      return <s key={key}>{inline.children.map(renderInline)}</s>;
    case "link":
      return (
        <a key={key} href={inline.href} title={inline.href} target="_blank" rel="noopener noreferrer">
          {inline.children.map(renderInline)}
        </a>
      );
  }
}
