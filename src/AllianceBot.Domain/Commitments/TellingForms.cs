using NodaTime;
using Field = AllianceBot.Domain.CommitmentField;

namespace AllianceBot.Domain;

/// <summary>What was told and waits, and the form to enter it.</summary>
internal static class TellingForms
{
    /// <summary>Who said it, what, and with which date and words; nothing is chosen for anybody.</summary>
    public static ValueList<FieldView> Fields(Alliance alliance, Commitment promise, CommitmentDraft draft, Instant now)
    {
        var tellers = Tellings.Tellers(alliance, promise).Take(Limits.List)
            .Select(person => new Choice(person.Value, alliance.People.Find(person)?.Name.Text)).ToValueList();
        var named = promise.Terms.PersonOf(Tellings.SideOf(promise));
        var answers = Tellings.Possible(promise).Select(static answer => new Choice(CommitmentHistory.Code(answer), null)).ToValueList();
        return
        [
            new(Field.ToldBy, FieldInput.Choice, Required: true, named?.Value, tellers),
            new(Field.Told, FieldInput.Choice, Required: true, null, answers),
            CommitmentForms.Due(alliance, now, required: false, draft.Due),
            CommitmentForms.Text(Field.Note, required: false, draft.Said),
            .. promise.State.IsOwed() ? (ValueList<FieldView>)[new(Field.HelpWanted, FieldInput.YesNo, Required: false, "false")] : [],
        ];
    }

    /// <summary>
    /// An answer to a check-in is seen by its own readers, by who entered it, and by who is to say whether it is right.
    /// </summary>
    public static TellingView? View(Alliance alliance, Commitment promise, PersonId reader)
    {
        if (Tellings.Of(alliance, promise) is not { } told) return null;
        var sees = told.CheckIn is not { } checkIn || told.EnteredBy == reader || May.Do(alliance, reader, Act.SeeCheckIn, checkIn)
            || Tellings.Refuses(alliance, promise, reader, confirming: true) is null;
        return sees
            ? new(Names.Of(alliance, told.ToldBy), Names.Of(alliance, told.EnteredBy), told.Answer, told.Note?.Text, told.Due, told.At)
            : null;
    }
}
