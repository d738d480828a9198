using NodaTime;

namespace AllianceBot.Domain;

/// <summary>Thanks that one person gave to another, or to an organisation. The bot itself thanks nobody.</summary>
/// <param name="Id">The ask that gave it.</param>
/// <param name="By">Who thanks.</param>
/// <param name="Person">Who is thanked; null when it is an organisation.</param>
/// <param name="Partner">Which organisation is thanked, or that of the person.</param>
/// <param name="Text">For what.</param>
/// <param name="At">When.</param>
public sealed record Thank(ThanksId Id, PersonId By, PersonId? Person, PartnerId? Partner, Words Text, Instant At);

/// <summary>Somebody thanked somebody. The words are the thanking person's own, and die with that person's.</summary>
[EventName("thanks.given.v1")]
public sealed record ThanksGiven(ThanksId Thanks, PersonId? Person, PartnerId? Partner, Words Text) : AllianceEvent
{
    public override Shelf Shelf => Shelf.Of(By);
}

/// <summary>Thanks a person or an organisation.</summary>
public sealed record GiveThanks(Subject To, Words Text, AskId Ask) : Command(Ask);

/// <summary>The rules of thanks.</summary>
public static class Thanking
{
    /// <summary>Thanks are a line.</summary>
    public const int Letters = 300;

    /// <summary>Lines in one digest.</summary>
    private const int Lines = 3;

    public static readonly Refusal ToOneself = new("thanks.to-oneself");
    public static readonly Refusal Nobody = new("thanks.nobody");

    public static IReadOnlyList<string> Codes { get; } = [ToOneself.Code, Nobody.Code, .. TextRules.Codes];

    public static Outcome Decide(Alliance alliance, GiveThanks give, CommandContext context)
    {
        if (!May.Do(alliance, context.By, Act.GiveThanks, alliance.Id)) return Refusal.NotYours;
        var id = new ThanksId(give.Ask.Value);
        foreach (var known in alliance.Thanks)
        {
            if (known.Id == id) return known.By == context.By ? Outcome.Nothing : Refusal.NotYours;
        }

        if (TextRules.Text(give.Text, "text", Letters) is { } bad) return bad;
        switch (give.To.Kind)
        {
            case SubjectKind.Person when alliance.People.Find(new(give.To.Id)) is { Left: false } person:
                return person.Id == context.By ? ToOneself : new ThanksGiven(id, person.Id, person.Partner, give.Text);
            case SubjectKind.Partner when alliance.Partners.Find(new(give.To.Id)) is { Left: false } partner:
                return alliance.IsOf(context.By, partner.Id) ? ToOneself : new ThanksGiven(id, null, partner.Id, give.Text);
            default:
                return Nobody;
        }
    }

    public static Alliance Evolve(Alliance alliance, ThanksGiven given) => alliance with
    {
        Thanks = alliance.Thanks.Skip(alliance.Thanks.Count - Limits.Thanks + 1)
            .Append(new(given.Thanks, given.By, given.Person, given.Partner, given.Text, given.At)).ToValueList(),
    };

    /// <summary>Who is thanked hears of it, an organisation by its managers.</summary>
    public static ValueList<Notice> Notices(ThanksGiven given) =>
    [
        new(given.Person is { } person ? person : (Subject)given.Partner!.Value, "thanks.given",
            given.Person is { } to ? Addressee.Person(to) : Addressee.Managers(given.Partner!.Value), given.At)
        {
            MayFallBack = false,
            Facts = [new("who", given.By.Value)],
        },
    ];

    /// <summary>What this reader's digest of these days says: thanks to and from the reader's own people, and for a facilitator all.</summary>
    internal static ValueList<ThanksId> For(Alliance alliance, PersonId reader, LocalDate from, LocalDate until) => alliance.Thanks
        .Where(thanks => alliance.DateOf(thanks.At) is var day && from <= day && day <= until && Reads(alliance, reader, thanks))
        .Reverse().Take(Lines).Select(static thanks => thanks.Id).ToValueList();

    /// <summary>The one who thanks, who is thanked, the managers of both, and facilitators.</summary>
    internal static bool Reads(Alliance alliance, PersonId reader, Thank thanks)
    {
        if (!alliance.IsMember(reader)) return false;
        if (reader == thanks.By || reader == thanks.Person || alliance.HoldsAnywhere(reader, Role.Facilitator)) return true;
        if (thanks.Person is null && thanks.Partner is { } whole && alliance.IsOf(reader, whole)) return true;
        if (thanks.Partner is { } partner && alliance.Manages(reader, partner)) return true;
        return alliance.People.Find(thanks.By)?.Partner is { } own && alliance.Manages(reader, own);
    }
}

/// <summary>Thanks as shown.</summary>
public sealed record ThanksView(ThanksId Id, Named<PersonId> By, Named<PersonId>? Person, Named<PartnerId>? Partner, string? Text, Instant At);

/// <summary>Thanks as their readers may see them.</summary>
public static class ThanksViews
{
    /// <summary>What this person may read, the newest first.</summary>
    public static ValueList<ThanksView> List(Alliance alliance, PersonId reader) => alliance.Thanks
        .Where(thanks => Thanking.Reads(alliance, reader, thanks)).Reverse().Take(Limits.List).Select(thanks => Of(alliance, thanks)).ToValueList();

    internal static ThanksView? Of(Alliance alliance, PersonId reader, ThanksId id)
    {
        foreach (var thanks in alliance.Thanks)
        {
            if (thanks.Id == id) return Thanking.Reads(alliance, reader, thanks) ? Of(alliance, thanks) : null;
        }

        return null;
    }

    private static ThanksView Of(Alliance alliance, Thank thanks) => new(
        thanks.Id, Names.Of(alliance, thanks.By), Names.Of(alliance, thanks.Person),
        thanks.Partner is { } partner ? Names.Of(alliance, partner) : null, thanks.Text.Text, thanks.At);
}
