namespace AllianceBot.Domain;

/// <summary>What partners want to be known: "our year ends in June", "no meetings on Friday". All members see it.</summary>
internal static class PartnerNotes
{
    /// <summary>Notes of one partner: more would not be read.</summary>
    public const int Most = 6;

    /// <summary>Characters of one.</summary>
    public const int Length = 200;

    /// <summary>Facts: limit.</summary>
    public static readonly Refusal TooMany = new Refusal("limit.partner-notes").With("limit", $"{Most}");

    public static Outcome Add(Alliance alliance, AddPartnerNote add)
    {
        var notes = alliance.Partners[add.Partner].Notes;
        if (TextRules.Text(add.Text, "partnernote", Length) is { } bad) return bad;
        if (notes.Any(note => note.Text == add.Text.Text)) return Outcome.Nothing;
        return notes.Count >= Most ? TooMany : new PartnerNoteAdded(add.Partner, add.Text);
    }
}
