using AllianceBot.Domain;

namespace AllianceBot.Conversation;

/// <summary>What a chosen message asks for: the form of a request to its author, or of an offer where the author chose it.</summary>
internal static class FromMessages
{
    public static Intent Intent(Scene scene, PersonId? author, string text, string link)
    {
        var verb = Verbs.Find(author == scene.Me ? Verbs.Offer : Verbs.Request)!;
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var fields = Filled.Nothing.With(FieldNames.What, Short(line));
        if (line.Length > Limits.Name) fields = fields.With(FieldNames.Reason, text.Length <= Limits.Text ? text : Cut(text, Limits.Text));
        if (MessageLinks.Read(link) is { Length: > 0 } address) fields = fields.With(FieldNames.Link, address);

        // Somebody of no other partner cannot be asked: the form leaves that open.
        if (author is { } who && who != scene.Me && scene.Alliance.IsMember(who) && scene.Alliance.PartnersOf(who) is [var partner, ..])
        {
            fields = fields.With(FieldNames.DoerPartner, partner.Value).With(FieldNames.Doer, who.Value);
        }

        return new(verb, null, fields);
    }

    /// <summary>What a promise is called: the whole message where it fits, else its beginning.</summary>
    private static string Short(string line) => line.Length <= Limits.Name ? line : Cut(line, Limits.Name);

    private static string Cut(string text, int most) =>
        string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[most - 2]) ? most - 2 : most - 1), "\u2026");
}
