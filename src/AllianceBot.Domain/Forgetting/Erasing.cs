namespace AllianceBot.Domain;

/// <summary>
/// A person was erased: the name died with the person's shelf, and so did what was kept of the invitation. That there was
/// somebody, what was promised, when and how it ended stay, and with them the record of the other side.
/// </summary>
[EventName("person.erased.v1")]
public sealed record PersonErased(PersonId Person, ValueList<InvitationId> Invitations) : ForgettingEvent((Subject)Person)
{
    public override ValueList<Shelf> Shelves =>
        [Shelf.Of(Person), .. Invitations.Select(static invitation => Shelf.Of(invitation))];
}

/// <summary>Erases a person: the own self, who leaves with it, or by an administrator somebody who has left.</summary>
public sealed record ErasePerson(PersonId Person, AskId Ask) : Command(Ask);

/// <summary>The rules of erasing a person.</summary>
public static class Erasing
{
    /// <summary>Nobody is put out by being erased: who is in leaves first, or is let go by the own managers.</summary>
    public static readonly Refusal StillIn = new("person.still-in");

    public static ValueList<Refusal> Refusals => [StillIn];

    public static Outcome Decide(Alliance alliance, ErasePerson erase, CommandContext context)
    {
        if (alliance.HasDone(erase.Ask, context.By)) return Outcome.Nothing;
        if (!May.Do(alliance, context.By, Act.Erase, erase.Person)) return Refusal.NotYours;
        var person = alliance.People[erase.Person];
        if (!person.Left && person.Id != context.By) return StillIn;
        if (person is { Left: true, WordsGone: not null }) return Outcome.Nothing;
        var events = new List<AllianceEvent>();
        if (!person.Left)
        {
            if (PeopleDecider.CannotLeave(alliance, person.Id) is { } stays) return stays;
            events.Add(new PersonLeft(person.Id));
        }

        events.AddRange(Said(alliance, person.Id));
        events.Add(new PersonErased(
            person.Id, alliance.Invitations.Where(one => one.Person == person.Id).Select(static one => one.Id).ToValueList()));
        return Outcome.Of([.. events]);
    }

    /// <summary>Who can be erased by this person now: the own self; for an administrator those who have left.</summary>
    public static ValueList<Named<PersonId>> Erasable(Alliance alliance, PersonId by) => alliance.People
        .Where(person => (person.Id == by || (person.Left && person.WordsGone is null)) && May.Do(alliance, by, Act.Erase, person.Id))
        .Select(person => Names.Of(alliance, person.Id))
        .OrderBy(person => person.Id != by).ThenBy(static person => person.Name, StringComparer.OrdinalIgnoreCase)
        .ThenBy(static person => person.Id.Value, StringComparer.Ordinal).ToValueList();

    /// <summary>That it was done is told to all managers; who it was is gone.</summary>
    public static ValueList<Notice> Notices(ForgettingEvent happened) => happened is PersonErased
        ? [new Notice(happened.Item, "person.erased", new(AddresseeRole.AllManagers), happened.At) { Except = happened.By }]
        : [];

    /// <summary>What the person said beside the terms: reasons, notes, answers, voices. Terms are both sides' and stay.</summary>
    private static IEnumerable<AllianceEvent> Said(Alliance alliance, PersonId person) =>
        alliance.Commitments.Select(static promise => (Subject)promise.Id)
            .Concat(alliance.Decisions.Select(static decision => (Subject)decision.Id))
            .Concat(alliance.Rounds.Select(static round => (Subject)round.Id))
            .Concat(alliance.Indicators.Select(static indicator => (Subject)indicator.Id))
            .Append((Subject)alliance.Id)
            .SelectMany(item => Forgetting.OwnOf(alliance, person, item).Select(own => new WordsRedacted(item, own.Id) { By = person }));
}
