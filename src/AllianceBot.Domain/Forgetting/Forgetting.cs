using System.Collections;
using System.Reflection;
using NodaTime;

namespace AllianceBot.Domain;

/// <summary>Words of this item die, and the fact, the time and who it was stay.</summary>
public abstract record ForgettingEvent(Subject Item) : AllianceEvent
{
    /// <summary>Shelves that die with all their words.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public virtual ValueList<Shelf> Shelves => [];

    /// <summary>Single words that die, by id.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public virtual ValueList<string> Words => [];
}

/// <summary>The day came on which the data agreement has the words of this item destroyed.</summary>
[EventName("words.forgotten.v1")]
public sealed record WordsForgotten(Subject Item) : ForgettingEvent(Item)
{
    public override ValueList<Shelf> Shelves => [Retaining.ShelfOf(Item)];
}

/// <summary>The day came on which a case's statements are destroyed, and all else that was said in it; dates, rungs and the settlement stay.</summary>
/// <param name="Item">The case.</param>
/// <param name="Dropped">The ids of texts for its outcome that came to nothing.</param>
[EventName("case.words-destroyed.v1")]
public sealed record StatementsDestroyed(Subject Item, ValueList<string> Dropped) : ForgettingEvent(Item)
{
    public override ValueList<Shelf> Shelves => [Shelf.Of(new CaseId(Item.Id))];

    public override ValueList<string> Words => Dropped;
}

/// <summary>Somebody took own words out.</summary>
/// <param name="Item">What they belong to.</param>
/// <param name="Said">The id of the words.</param>
[EventName("words.redacted.v1")]
public sealed record WordsRedacted(Subject Item, string Said) : ForgettingEvent(Item)
{
    public override ValueList<string> Words => [Said];
}

/// <summary>Takes own words out of an item: a reason, a note, a question, what was said with a voice.</summary>
public sealed record Redact(Subject Item, string Said, AskId Ask) : Command(Ask);

/// <summary>Own words in an item, as their author may choose from.</summary>
public sealed record OwnWords(string Id, string Text, Instant At);

/// <summary>Makes words die: by the clock of the data agreement, or by the one who said them.</summary>
public static class Forgetting
{
    public static Outcome Decide(Alliance alliance, Redact redact, CommandContext context)
    {
        if (!alliance.IsMember(context.By) || Authored(alliance, context.By, redact.Item).All(one => one.Id != redact.Said)) return Refusal.NotYours;
        return OwnOf(alliance, context.By, redact.Item).Any(one => one.Id == redact.Said) ? new WordsRedacted(redact.Item, redact.Said) : Outcome.Nothing;
    }

    /// <summary>What this person said in this item and is still there, newest first.</summary>
    public static ValueList<OwnWords> OwnOf(Alliance alliance, PersonId person, Subject item) => Authored(alliance, person, item)
        .Where(static one => one.Text is not null).Select(static one => new OwnWords(one.Id, one.Text!, one.At))
        .OrderByDescending(static one => one.At).DistinctBy(static one => one.Id).ToValueList();

    public static Alliance Evolve(Alliance alliance, ForgettingEvent happened)
    {
        bool Dies(Words words) => happened is WordsForgotten or PersonErased || happened.Words.Contains(words.Id);
        var by = new HistoryEntry(happened is WordsForgotten ? "words.forgotten" : "words.redacted", happened.By, happened.At, null);
        switch (happened.Item.Kind)
        {
            case SubjectKind.Commitment when alliance.Commitments.Find(new(happened.Item.Id)) is { } promise:
                var emptied = Without(promise, Dies) with { Revision = promise.Revision + 1, Undo = null };
                emptied = emptied with
                {
                    History = emptied.History.Add(by with { Revision = emptied.Revision }),
                    WordsGone = happened is WordsForgotten ? happened.At : emptied.WordsGone,
                };
                alliance = alliance with { Commitments = alliance.Commitments.With(promise.Id, emptied) };
                foreach (var checkIn in CheckInPlan.Of(alliance, emptied).ToList())
                {
                    alliance = alliance with { CheckIns = alliance.CheckIns.With(checkIn.Id, Without(checkIn, Dies) with { Revision = checkIn.Revision + 1 }) };
                }

                return alliance;
            case SubjectKind.Decision when alliance.Decisions.Find(new(happened.Item.Id)) is { } decision:
                var rest = Without(decision, Dies);
                return alliance with
                {
                    Decisions = alliance.Decisions.With(decision.Id, rest with
                    {
                        Revision = decision.Revision + 1,
                        History = rest.History.Add(new(by.What, happened.By, happened.At, null)),
                        WordsGone = happened is WordsForgotten ? happened.At : decision.WordsGone,
                    }),
                };
            case SubjectKind.Concern when alliance.Concerns.Find(new(happened.Item.Id)) is { } concern:
                var silent = Without(concern, Dies);
                return alliance with
                {
                    Concerns = alliance.Concerns.With(concern.Id, silent with
                    {
                        Revision = concern.Revision + 1,
                        WordsGone = happened is WordsForgotten ? happened.At : concern.WordsGone,
                    }),
                };
            case SubjectKind.Case when alliance.Cases.Find(new(happened.Item.Id)) is { } one:
                return alliance with { Cases = alliance.Cases.With(one.Id, CaseWords.Without(one, happened, Dies)) };
            case SubjectKind.Round when alliance.Rounds.Find(new(happened.Item.Id)) is { } round:
                // A goal that was caught in it is the alliance's, and its words lie there.
                var left = Without(round, words => Dies(words) && !(happened is WordsForgotten && RoundWords.IsOfGoal(round, words)));
                return alliance with
                {
                    Rounds = alliance.Rounds.With(round.Id, left with
                    {
                        Revision = round.Revision + 1,
                        History = left.History.Add(new(by.What, happened.By, happened.At)),
                        WordsGone = happened is WordsForgotten ? happened.At : round.WordsGone,
                    }),
                };
            case SubjectKind.Indicator when alliance.Indicators.Find(new(happened.Item.Id)) is { } indicator:
                var kept = Without(indicator, Dies);
                return alliance with
                {
                    Indicators = alliance.Indicators.With(indicator.Id, kept with
                    {
                        Revision = indicator.Revision + 1,
                        History = kept.History.Add(new(by.What, happened.By, happened.At, null)),
                        WordsGone = happened is WordsForgotten ? happened.At : indicator.WordsGone,
                    }),
                };
            case SubjectKind.Alliance:
                return alliance with { Benchmarks = Without(alliance.Benchmarks, Dies) };
            case SubjectKind.Person when alliance.People.Find(new(happened.Item.Id)) is { } person:
                var invited = alliance.Invitations.Where(one => one.Person == person.Id).ToList();
                return (alliance with
                {
                    Thanks = alliance.Thanks.Select(thanks => thanks.By == person.Id ? Without(thanks, Dies) : thanks).ToValueList(),
                    People = alliance.People.With(person.Id, Without(person, Dies) with { WordsGone = happened.At }),
                    // Emptied it equals what it was, as words are equal by their id: it is taken out first, or nothing would change.
                    Invitations = invited.Aggregate(alliance.Invitations, (all, one) => all.Without(one.Id).With(one.Id, Without(one, Dies))),
                }).Remembering(happened);
            default:
                return alliance;
        }
    }

    /// <summary>
    /// The same record with these words empty, wherever in it they stand: what is added to a record later is not
    /// forgotten here. Slow, and done seldom.
    /// </summary>
    public static T Without<T>(T from, Predicate<Words> dies)
        where T : class => (T)Rewritten(from, dies)!;

    private static object? Rewritten(object? value, Predicate<Words> dies)
    {
        switch (value)
        {
            case Words words:
                return words.Text is not null && dies(words) ? words with { Text = null } : words;
            case null or string or Enum or IId or Instant:
                return value;
        }

        var type = value.GetType();
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueList<>)) return List(type, (IEnumerable)value, dies);
        if (type.Namespace != typeof(Words).Namespace || type.GetMethod("<Clone>$") is not { } clone) return value;
        object? copy = null;
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (!property.CanWrite || property.GetIndexParameters().Length > 0) continue;
            var old = property.GetValue(value);
            var now = Rewritten(old, dies);
            if (ReferenceEquals(old, now) || (old is ValueType && Equals(old, now) && !Changed(old, now))) continue;
            copy ??= clone.Invoke(value, null)!;
            property.SetValue(copy, now);
        }

        return copy ?? value;
    }

    private static object List(Type type, IEnumerable items, Predicate<Words> dies)
    {
        var (list, changed) = (Activator.CreateInstance(type)!, false);
        var add = type.GetMethod(nameof(ValueList<int>.Add))!;
        foreach (var item in items)
        {
            var now = Rewritten(item, dies);
            changed |= !ReferenceEquals(item, now) && item is not ValueType;
            list = add.Invoke(list, [now])!;
        }

        return changed ? list : items;
    }

    /// <summary>Words are equal by their id, so a list with emptied words equals the old one.</summary>
    private static bool Changed(object? old, object? now) => old is IEnumerable && !ReferenceEquals(old, now);

    private static IEnumerable<(string Id, string? Text, Instant At)> Authored(Alliance alliance, PersonId person, Subject item) => item.Kind switch
    {
        SubjectKind.Commitment when alliance.Commitments.Find(new(item.Id)) is { } promise =>
            promise.History.Where(entry => entry.By == person && entry.Said is not null).Select(static entry => (entry.Said!.Id, entry.Said.Text, entry.At))
                .Concat(CheckInPlan.Of(alliance, promise).Where(one => one.Person == person && one is { Note: not null, AnsweredAt: not null })
                    .Select(static one => (one.Note!.Id, one.Note.Text, one.AnsweredAt!.Value))),
        SubjectKind.Decision when alliance.Decisions.Find(new(item.Id)) is { } decision =>
            decision.History.Where(entry => entry.By == person && entry.Said is not null).Select(static entry => (entry.Said!.Id, entry.Said.Text, entry.At))
                .Concat(decision.Voices.Where(voice => voice.By == person).SelectMany(static voice =>
                    new[] { voice.Reason, voice.Acceptable }.OfType<Words>().Select(words => (words.Id, words.Text, voice.At)))),
        SubjectKind.Concern when alliance.Concerns.Find(new(item.Id)) is { } concern => CaseWords.AuthoredBy(concern, person),
        SubjectKind.Case when alliance.Cases.Find(new(item.Id)) is { } one => CaseWords.AuthoredBy(one, person),
        SubjectKind.Round when alliance.Rounds.Find(new(item.Id)) is { } round => RoundWords.AuthoredBy(round, person),
        SubjectKind.Indicator when alliance.Indicators.Find(new(item.Id)) is { } indicator => RoundWords.AuthoredBy(indicator, person),
        SubjectKind.Alliance when item.Id == alliance.Id.Value => RoundWords.AuthoredBy(alliance.Benchmarks, person),
        _ => [],
    };
}
