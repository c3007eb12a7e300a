/** The tags of a note. Each is by itself, so that those of another script do not change places with its neighbours. */
export function Tags({ tags }: { readonly tags: readonly string[] }) {
  if (tags.length === 0) return null;
  return (
    <ul class="tags">
      {tags.map((tag) => (
        <li key={tag} dir="auto">
          #{tag}
        </li>
      ))}
    </ul>
  );
}
