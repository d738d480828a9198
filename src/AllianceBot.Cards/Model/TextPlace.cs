namespace AllianceBot.Cards;

/// <summary>Where a text stands on the card, which decides what has to be done to it so that it shows as typed.</summary>
internal enum TextPlace
{
    /// <summary>Nothing but valid JSON: data that only the bot reads, and our own words.</summary>
    Exact,

    /// <summary>What an input starts with: as typed, line breaks kept, without invisible control and direction characters.</summary>
    Input,

    /// <summary>One line without markdown: button titles, labels, choices.</summary>
    Line,

    /// <summary>Text blocks and facts: markdown.</summary>
    Markdown,

    /// <summary>Structure, or words that a renderer reads as markdown but people never wrote: only our own words fit.</summary>
    Own,

    /// <summary>An address: only a link that was checked fits, or our own words.</summary>
    Address,
}
