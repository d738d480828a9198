namespace AllianceBot.Domain;

/// <summary>Ids with the names they have now, for views.</summary>
internal static class Names
{
    public static Named<PersonId> Of(Alliance alliance, PersonId person) =>
        new(person, alliance.People.Find(person)?.Name.Text);

    public static Named<PersonId>? Of(Alliance alliance, PersonId? person) =>
        person is { } known && known != PersonId.Clock ? Of(alliance, known) : null;

    public static Named<PartnerId> Of(Alliance alliance, PartnerId partner) =>
        new(partner, alliance.Partners.Find(partner)?.Name.Text);

    /// <summary>What a partner wants to be known by whoever asks it for something.</summary>
    public static ValueList<string> NotesOf(Alliance alliance, PartnerId partner) =>
        alliance.Partners.Find(partner)?.Notes.Select(static note => note.Text).OfType<string>().ToValueList() ?? [];

    public static Named<GoalId>? Of(Alliance alliance, GoalId? goal) =>
        goal is { } known ? new(known, alliance.Goals.FirstOrDefault(one => one.Id == known)?.Text.Text) : null;

    public static TermsView Of(Alliance alliance, Terms terms) => new(
        terms.What.Text, terms.DoneWhen.Text, terms.Due, Of(alliance, terms.DoerPartner), Of(alliance, terms.Doer),
        Of(alliance, terms.ReceiverPartner), Of(alliance, terms.Receiver), Of(alliance, terms.Goal))
    {
        Repeats = terms.Repeats,
        Evidence = terms.Evidence,
    };
}
