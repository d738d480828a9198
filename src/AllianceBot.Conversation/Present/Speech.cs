using System.Globalization;
using AllianceBot.Cards;
using AllianceBot.Domain;
using NodaTime;
using NodaTime.Text;

namespace AllianceBot.Conversation;

/// <summary>Our words in one reader's language: phrases by key, dates with weekday and year, names or "(removed)".</summary>
internal sealed class Speech(Phrases phrases, string language, Alliance? alliance)
{
    public string Language => language;

    /// <summary>All the words there are: what is made of them alone can be made once.</summary>
    public Phrases Phrases => phrases;

    public bool Has(string key) => phrases.Has(key);

    public CardText Text(string key, params ReadOnlySpan<PhraseArgument> arguments) => phrases.Text(language, key, arguments);

    /// <summary>The words of a key with everything the key asks for, found in the facts; a fact that the words do not want is left out.</summary>
    public CardText Say(Said said)
    {
        var arguments = new List<PhraseArgument>(said.Facts.Count);
        foreach (var fact in said.Facts) arguments.Add(Argument(fact));
        var text = phrases.Text(language, said.Key, [.. arguments]);
        return said.Then is { } then ? Text("notice.and", ("first", text), ("then", Say(then))) : text;
    }

    /// <summary>"1,240.5": a number that was measured, as exact as it was given.</summary>
    public static CardText Number(decimal number) => CardText.Markup(number.ToString("#,0.######", CultureInfo.InvariantCulture));

    /// <summary>"Fri 4 Dec 2026".</summary>
    public CardText Date(LocalDate date) => SpokenDates.Of(this, date);

    /// <summary>A moment in the alliance's zone: "Fri 4 Dec 2026, 09:00".</summary>
    public CardText Moment(Instant at) => Moment(at.InZone(alliance?.TimeZone ?? DateTimeZone.Utc).LocalDateTime);

    /// <summary>A moment of the next days on somebody's own clock: "Wed 09:00".</summary>
    public CardText Soon(Instant at, string zone)
    {
        var local = at.InZone(DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) ?? DateTimeZone.Utc).LocalDateTime;
        return Text("date.soon", ("weekday", SpokenDates.Weekday(this, local.Date)), ("time", Time(local)));
    }

    /// <summary>"2 minutes", or "90 seconds" where minutes would not be exact.</summary>
    private CardText Span(long seconds) => seconds % 60 == 0 ? Text("span.minutes", ("count", seconds / 60)) : Text("span.seconds", ("count", seconds));

    private CardText Moment(LocalDateTime local) => Text("date.moment", ("date", Date(local.Date)), ("time", Time(local)));

    private static CardText Time(LocalDateTime local) => CardText.Markup(local.TimeOfDay.ToString("HH:mm", CultureInfo.InvariantCulture));

    /// <summary>The day of a moment in the alliance's zone.</summary>
    public CardText Day(Instant at) => Date(at.InZone(alliance?.TimeZone ?? DateTimeZone.Utc).Date);

    /// <summary>A name or a text as its owner wrote it, or our words for a removed one.</summary>
    public CardText Name(string? name) => name is null ? Text("words.removed") : CardText.Typed(name);

    public CardText Name<TId>(Named<TId>? named)
        where TId : struct, IId => named is null ? Text("words.nobody") : Name(named.Name);

    /// <summary>A person with the partner: "Ana Reyes, Harbor Youth Center"; the partner alone while nobody is named.</summary>
    public CardText Party(Named<PersonId>? person, Named<PartnerId> partner) => person is null
        ? Name(partner.Name)
        : Text("side.person", ("person", Name(person.Name)), ("partner", Name(partner.Name)));

    private PhraseArgument Argument(Fact fact)
    {
        var colon = fact.Value.IndexOf(':', StringComparison.Ordinal);
        if (colon > 0 && Written(fact.Value[..colon], fact.Value[(colon + 1)..]) is { } text) return (fact.Name, text);
        if (long.TryParse(fact.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            return (fact.Name, number);
        return (fact.Name, Bare(fact.Value));
    }

    private CardText? Written(string prefix, string value) => prefix switch
    {
        "date" when LocalDatePattern.Iso.Parse(value) is { Success: true } date => Date(date.Value),
        "local" when LocalDateTimePattern.ExtendedIso.Parse(value) is { Success: true } local => Moment(local.Value),
        "at" when InstantPattern.ExtendedIso.Parse(value) is { Success: true } at => Moment(at.Value),
        "span" when long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) => Span(seconds),
        "key" when Has(value) => Text(value),
        "text" => CardText.Typed(value),
        "person" => PersonName(new(value)),
        "partner" => PartnerName(new(value)),
        "commitment" => PromiseNumber(new(value)),
        "decision" => DecisionNumber(new(value)),
        "process" => ProcessName(new(value)),
        "round" => RoundNumber(new(value)),
        "partners" => PartnerNames(value),
        "indicator" => IndicatorNumber(new(value)),
        "invitation" => InvitedName(new(value)),
        _ => null,
    };

    /// <summary>Facts of the domain come without a prefix: a date, or the id of a person, a partner or a promise.</summary>
    private CardText Bare(string value)
    {
        if (LocalDatePattern.Iso.Parse(value) is { Success: true } date) return Date(date.Value);
        return PersonName(new(value)) ?? PartnerName(new(value)) ?? PromiseNumber(new(value))
            ?? ProcessName(new(value)) ?? RoundNumber(new(value)) ?? (Has($"value.{value}") ? Text($"value.{value}") : CardText.Typed(value));
    }

    private CardText? PersonName(PersonId id) => alliance?.People.Find(id) is { } person ? Name(person.Name.Text) : null;

    /// <summary>Who was invited and is not in yet.</summary>
    private CardText? InvitedName(InvitationId id) => alliance?.Invitations.Find(id) is { } invitation ? Name(invitation.Name.Text) : null;

    private CardText? PartnerName(PartnerId id) => alliance?.Partners.Find(id) is { } partner ? Name(partner.Name.Text) : null;

    private CardText? DecisionNumber(DecisionId id) =>
        alliance?.Decisions.Find(id) is { } decision ? CardText.Markup($"D{decision.Number}") : null;

    private CardText? ProcessName(ProcessId id) =>
        alliance?.Processes.Find(id)?.Text is { } process ? Name(process.Name.Text) : null;

    private CardText? RoundNumber(RoundId id) =>
        alliance?.Rounds.Find(id) is { } round ? CardText.Markup($"R{round.Number}") : null;

    /// <summary>Several partners by their ids, with commas between.</summary>
    private CardText? PartnerNames(string ids)
    {
        CardText? all = null;
        foreach (var id in ids.Split(','))
        {
            if (PartnerName(new(id)) is not { } name) return null;
            all = all is { } before ? Text("list.and", ("a", before), ("b", name)) : name;
        }

        return all;
    }

    private CardText? IndicatorNumber(IndicatorId id) =>
        alliance?.Indicators.Find(id) is { } indicator ? CardText.Markup($"I{indicator.Number}") : null;

    private CardText? PromiseNumber(CommitmentId id) =>
        alliance?.Commitments.Find(id) is { } promise ? CardText.Markup($"P{Numbers.Label(promise)}") : null;
}
