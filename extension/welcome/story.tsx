/**
 * The article to try things out on. It is invented, as is everybody in it, and in the language that recognition knows,
 * whatever the language of the rest of the page.
 */
export function Story() {
  return (
    <article lang="en" dir="ltr">
      <h1>Town clock in Ostermoor strikes thirteen, and will go on doing so</h1>
      <p class="byline">By Ines Tallow</p>
      <p>
        The clock on the old customs house in Ostermoor has struck thirteen at noon since Monday, and the town council
        voted on Thursday evening not to have it mended.
      </p>
      <p>
        “People set out early so that they hear it,” said Mayor Clara Venning. “Nobody has missed the noon ferry all
        week.”
      </p>
      <p>
        Tobias Hale, the clockmaker, said that a worn tooth in the striking wheel was to blame. It would take him an
        afternoon to replace it, he added.
      </p>
      <p>
        Not everyone is pleased. The Coastal Pilots’ Association said that three ships had radioed to ask whether it was
        one o’clock already.
      </p>
      <p>
        “A clock has one duty,” said Edith Marlow, who has wound it every Saturday for 27 years. “But I will wind it as
        it is, if that is what they want.”
      </p>
      <p>
        In Bramsholm, across the bay, the harbour office said that it would not change its own clock. Venning said that
        all seats on the square were taken for Saturday.
      </p>
    </article>
  );
}
